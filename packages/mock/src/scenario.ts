import { type Cluster, requireCluster } from "./cluster.ts";
import { ROLES, type Role, type Roles } from "./credentials/roles.ts";
import type { ExampleNames } from "./examples.gen.ts";
import { FAULT_KINDS, type Fault } from "./faults.ts";
import type { JobScenario } from "./job-scenario.ts";
import type { Operation } from "./operation.ts";
import type { RateLimit } from "./rate-limits.ts";
import type { OperationId, RequestName } from "./request-name.ts";
import { placed, requireCount, requireFields, requireNumber, requireOneOf } from "./requirements.ts";

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
   * @default none: jobs are answered as they stand, lists page by page, a resource by its id or with a 404, everything
   * else with the first example of its success
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
  /**
   * The clusters that exist beside the example's and those that have a job. What is asked of another cluster or project
   * is a 404.
   * @default none
   */
  readonly clusters?: readonly Cluster[];
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

export const SCENARIO_FIELDS: Readonly<Record<keyof Scenario, true>> = {
  job: true,
  answers: true,
  faults: true,
  latencyMs: true,
  rateLimit: true,
  roles: true,
  clusters: true,
};

/**
 * Plain JavaScript, casts and other definitions get past the types. The job's steps are for the jobs to check.
 *
 * @throws TypeError when a scenario cannot be played, telling where, what is there, and what may be there.
 */
export function requirePlayable(scenario: Scenario, operations: readonly Operation[]): void {
  requireFields("scenario", scenario, Object.keys(SCENARIO_FIELDS));
  const { answers = [], faults = [], latencyMs = 0, rateLimit, roles = [], clusters = [] } = scenario;
  const names = [...operations.map(({ operationId }) => operationId), "token"];
  requireAnswers(answers, operations);
  for (const [place, fault] of placed("scenario.faults", faults)) {
    requireFields(place, fault, ["on", "kind", "request"]);
    const { on, kind, request = 1 } = fault;
    requireOneOf(`${place}.on`, on, names);
    requireOneOf(`${place}.kind`, kind, FAULT_KINDS);
    requireCount(`${place}.request`, request, 1);
  }
  requireLatency(latencyMs, names);
  if (rateLimit !== undefined) {
    requireFields("scenario.rateLimit", rateLimit, ["requests", "windowMs"]);
    requireCount("scenario.rateLimit.requests", rateLimit.requests, 0);
    requireNumber("scenario.rateLimit.windowMs", rateLimit.windowMs);
  }
  requireRoles(roles);
  for (const [place, cluster] of placed("scenario.clusters", clusters)) {
    requireFields(place, cluster, ["groupId", "clusterName"]);
    requireCluster(cluster, `${place}.`);
  }
}

function requireAnswers(answers: readonly ChosenAnswer[], operations: readonly Operation[]): void {
  const ids = operations.map(({ operationId }) => operationId);
  for (const [place, answer] of placed("scenario.answers", answers)) {
    requireFields(place, answer, ["on", "status", "example", "request"]);
    const { on, status, example, request = 1 } = answer;
    requireOneOf(`${place}.on`, on, ids);
    // Found, because its id has just been.
    const { responses } = operations.find(({ operationId }) => operationId === on) as Operation;
    requireOneOf(`${place}.status`, String(status), [...responses.keys()]);
    requireOneOf(`${place}.example`, example, [...(responses.get(String(status))?.examples.keys() ?? [])]);
    requireCount(`${place}.request`, request, 1);
  }
}

function requireLatency(latencyMs: NonNullable<Scenario["latencyMs"]>, names: readonly string[]): void {
  if (typeof latencyMs !== "object" || latencyMs === null) {
    requireNumber("scenario.latencyMs", latencyMs);
    return;
  }
  for (const [on, ms = 0] of Object.entries(latencyMs)) {
    requireOneOf("scenario.latencyMs", on, names);
    requireNumber(`scenario.latencyMs.${on}`, ms);
  }
}

function requireRoles(roles: Roles): void {
  if (typeof roles !== "object" || roles === null || "includes" in roles) {
    requireEachRole("scenario.roles", roles);
    return;
  }
  for (const [credential, ofOne = []] of Object.entries(roles)) {
    requireOneOf("scenario.roles", credential, ["serviceAccount", "apiKey"]);
    requireEachRole(`scenario.roles.${credential}`, ofOne);
  }
}

function requireEachRole(place: string, roles: readonly Role[]): void {
  for (const [at, role] of placed(place, roles)) requireOneOf(at, role, ROLES);
}
