import { expect } from "vitest";
import { type Constraint, constraintsOf, placeOf } from "../constraints.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Operation } from "../definition.ts";
import { withKnown } from "../input.ts";
import type { Need } from "../targets/target.ts";
import { sendUnchecked } from "../unchecked-call.ts";
import { violatingInput } from "../violating-input.ts";
import { expectUnbroken, listen } from "../wire.ts";
import { wireRequestOf } from "../wire-request.ts";
import { canPrismNotice } from "./constraints.ts";

/** What the client would not send is refused by the target too, with an error that the definition declares. */
export function refusalCases(contract: Contract): void {
  const { definition, checkOf } = contract;
  for (const operation of definition.operations) {
    const constraints = [...constraintsOf(definition, operation)];
    for (const constraint of constraints.filter((one) => canPrismNotice(one, constraints))) {
      const { root, keyword, location } = constraint;
      const title = `${placeOf(constraint)} › ${keyword} › is refused`;
      const exercises = { constraints: [location] };
      const needs: Need[] = isEmptySegment(constraint) ? ["answer", "emptySegment"] : ["answer"];
      contractCase(contract, { operation, title, exercises, needs }, async () => {
        const broken = violatingInput(definition, operation, constraint, checkOf);
        const sound = withKnown(operation, broken, contract.target.known);
        await expectRefused(contract, operation, { ...sound, [root.name]: broken[root.name] });
      });
    }
  }
}

async function expectRefused(contract: Contract, operation: Operation, input: object): Promise<void> {
  const arrived = listen(contract);
  const request = wireRequestOf(operation, { ...input });
  const { status, complaints } = await sendUnchecked(contract.target, request);
  expect(status, "the status").toSatisfy((code: number) => code >= 400 && code < 500 && code !== 401);
  if (contract.target.complains) expect(complaints, "what Prism complains of").not.toEqual([]);
  // An operation that declares no 400 leaves open how a broken request is refused.
  if (!operation.answers.some((answer) => answer.status === 400)) return;
  expectUnbroken(arrived(), ["output"]);
}

function isEmptySegment({ root, way, keyword }: Constraint): boolean {
  return root.in === "path" && way.length === 0 && (keyword === "required" || keyword === "minLength");
}
