import type { Roles } from "./credentials/roles.ts";
import type { ExampleNames } from "./examples.gen.ts";
import { FAULT_KINDS, type Fault } from "./faults.ts";
import type { JobScenario } from "./job-scenario.ts";
import type { Operation } from "./operation.ts";
import type { RateLimit } from "./rate-limits.ts";
import type { OperationId, RequestName } from "./request-name.ts";

/** How things go on the server. What is left out goes well. */
export interface Scenario {
  /**
   * What every export job goes through.
   * @default one second queued, two seconds in progress, then successful
   */
  readonly job?: JobScenario;
  /**
   * Which examples of the definition are answered, and when. Nothing else is done then: a job that is answered as
   * created in this way is none.
   * @default none: jobs are answered as they stand, everything else with the first example of its success
   */
  readonly answers?: readonly ChosenAnswer[];
  /**
   * What goes wrong on the way, and when.
   * @default nothing
   */
  readonly faults?: readonly Fault[];
  /**
   * How long every answer takes, or that of each operation, in milliseconds of the mock's clock. What is asked for is
   * done at once.
   * @default 0
   */
  readonly latencyMs?: number | { readonly [name in RequestName]?: number };
  /**
   * How many calls a project has; requests for tokens do not count.
   * @default no limit
   */
  readonly rateLimit?: RateLimit;
  /**
   * What the credentials may do, both of them or each.
   * @default all
   */
  readonly roles?: Roles;
}

/** An example as the answer to an operation, by its name; one that the definition does not have is no such type. */
export type ChosenAnswer = {
  [Id in OperationId]: {
    [Status in keyof ExampleNames[Id]]: {
      readonly on: Id;
      readonly status: Status;
      readonly example: ExampleNames[Id][Status];
      /**
       * Which request of that operation, from 1; those without the right credentials do not count.
       * @default every one
       */
      readonly request?: number;
    };
  }[keyof ExampleNames[Id]];
}[OperationId];

/**
 * Plain JavaScript, casts and other definitions get past the types.
 *
 * @throws TypeError when a scenario names what the definition does not have, telling where and what there is.
 */
export function requireKnown(scenario: Scenario, operations: readonly Operation[]): void {
  const ids = operations.map(({ operationId }) => operationId);
  const { answers = [], faults = [], latencyMs = {} } = scenario;
  for (const [index, { on, status, example }] of answers.entries()) {
    const place = `scenario.answers[${index}]`;
    requireOneOf(`${place}.on`, on, ids);
    // Found, because its id has just been.
    const { responses } = operations.find(({ operationId }) => operationId === on) as Operation;
    requireOneOf(`${place}.status`, String(status), [...responses.keys()]);
    requireOneOf(`${place}.example`, example, [...(responses.get(String(status))?.examples.keys() ?? [])]);
  }
  for (const [index, { on, kind }] of faults.entries()) {
    requireOneOf(`scenario.faults[${index}].on`, on, [...ids, "token"]);
    requireOneOf(`scenario.faults[${index}].kind`, kind, FAULT_KINDS);
  }
  if (typeof latencyMs === "object") {
    for (const on of Object.keys(latencyMs)) requireOneOf("scenario.latencyMs", on, [...ids, "token"]);
  }
}

function requireOneOf(place: string, given: string, known: readonly string[]): void {
  if (known.includes(given)) return;
  throw new TypeError(`${place} is ${given}; known are ${known.join(", ") || "none"}.`);
}
