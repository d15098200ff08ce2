import type { Operation } from "./operation.ts";
import type { Preference } from "./prism-request.ts";
import type { ChosenAnswer } from "./scenario.ts";

/** Counts the requests of each operation, and tells which answer the scenario chose for this one. */
export function chosenAnswers(
  answers: readonly ChosenAnswer[],
): (operation: Operation) => Preference | undefined {
  const counts = new Map<string, number>();
  return ({ operationId }) => {
    const count = (counts.get(operationId) ?? 0) + 1;
    counts.set(operationId, count);
    const chosen = answers.find(({ on, request = count }) => on === operationId && request === count);
    return chosen && { code: chosen.status, example: chosen.example };
  };
}
