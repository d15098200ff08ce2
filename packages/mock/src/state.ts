import type { Clock } from "./clock.ts";
import { BearerTokens } from "./credentials/bearer-tokens.ts";
import { DigestNonces } from "./credentials/digest-nonces.ts";
import { ExportJobs } from "./export-jobs.ts";
import type { JobScenario } from "./job-scenario.ts";
import type { Prism } from "./prism.ts";
import { RequestLog } from "./recorded-request.ts";

/** Everything that one mock remembers. */
export interface MockState {
  /** Empty until it listens. */
  url: string;
  readonly log: RequestLog;
  readonly tokens: BearerTokens;
  readonly nonces: DigestNonces;
  readonly jobs: ExportJobs;
}

export interface StateOptions {
  readonly prism: Prism;
  readonly clock: Clock;
  readonly nonceLifetimeMs: number;
  readonly scenario: JobScenario;
}

/** @throws TypeError when the scenario cannot be played. */
export function createState({ prism, clock, nonceLifetimeMs, scenario }: StateOptions): MockState {
  return {
    url: "",
    log: new RequestLog(),
    tokens: new BearerTokens(clock),
    nonces: new DigestNonces(clock, nonceLifetimeMs),
    jobs: createJobs(prism, clock, scenario),
  };
}

/** A definition without the operation that reads a job has no job life, and no scenario to check. */
function createJobs(prism: Prism, clock: Clock, scenario: JobScenario): ExportJobs {
  const operation = prism.operations.find(({ operationId }) => operationId === "getBackupExportJob");
  const examples = operation?.responses.get("200")?.examples;
  const createdAt = snapshotTimes(prism);
  return new ExportJobs({
    clock,
    scenario,
    examples: examples ?? new Map(scenario.map(({ example }) => [example, {}])),
    snapshotCreatedAt: (snapshotId) => createdAt.get(snapshotId),
  });
}

/** When the snapshots of the examples were taken, by their ids. A snapshot that is not completed has no such time. */
function snapshotTimes({ operations }: Prism): ReadonlyMap<unknown, string> {
  const examples = operations
    .filter(({ method, path }) => method === "GET" && path.endsWith("/{snapshotId}"))
    .flatMap(({ responses }) => [...(responses.get("200")?.examples.values() ?? [])]);
  return new Map(
    examples.flatMap((example) => {
      const { id, createdAt } = Object(example) as { id?: unknown; createdAt?: unknown };
      return typeof createdAt === "string" ? [[id, createdAt]] : [];
    }),
  );
}
