import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { ExportJob } from "@atlas-snapshot-export/types";
import { apiError } from "./api-error.ts";
import { chosenAnswers } from "./chosen-answers.ts";
import { type Clock, sleep, systemClock } from "./clock.ts";
import { createCredentialsCheck } from "./credentials/check-credentials.ts";
import { createDigest } from "./credentials/digest.ts";
import { DIGEST_ALGORITHMS, type DigestAlgorithm } from "./credentials/digest-response.ts";
import { hasRole } from "./credentials/roles.ts";
import { createTokenEndpoint } from "./credentials/token-endpoint.ts";
import { withExamplesById } from "./examples-by-id.ts";
import type { ReceivedRequest } from "./exchange.ts";
import { withFaults } from "./faults.ts";
import { createFront, type FrontParts, type Outcome, outsideDefinition } from "./front.ts";
import { withJobLife } from "./job-life.ts";
import { DEFAULT_JOB_SCENARIO } from "./job-scenario.ts";
import type { JobSeed } from "./job-seed.ts";
import { withKnownClusters, withOwnNames } from "./known-clusters.ts";
import { withPages } from "./pages.ts";
import type { Presented } from "./presentation.ts";
import { createPrism, type Prism } from "./prism.ts";
import { RateLimits } from "./rate-limits.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { MISSING_ROLE, unauthorized } from "./refusal.ts";
import type { NameRequest } from "./request-name.ts";
import {
  requireFields,
  requireFlag,
  requireFunctions,
  requireNumber,
  requireOneOf,
  requireText,
} from "./requirements.ts";
import { requirePlayable, SCENARIO_FIELDS, type Scenario } from "./scenario.ts";
import { createState } from "./state.ts";
import { REQUEST_NUMBER, type TestClock } from "./test-clock.ts";

/** What a client signs in with: a service account (the first two) or an API key (the others). */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** How a mocked service is to be. */
export interface ServiceOptions {
  /** How things go on the server. */
  readonly scenario?: Scenario;
  /**
   * The mock's clock. Jobs, tokens, nonces, rate limits and latency go by it; `testClock()` makes one that a test
   * has in its hand.
   * @default the system's
   */
  readonly clock?: Clock;
  /** @default fixed ones, which are good for nothing else */
  readonly credentials?: Partial<Credentials>;
  /** @default "MD5", as on the live service */
  readonly digestAlgorithm?: DigestAlgorithm;
  /**
   * How long a nonce of HTTP Digest is good, in milliseconds.
   * @default 300_000
   */
  readonly nonceLifetimeMs?: number;
  /**
   * Whether an unknown project or cluster is a 404, as on the live service. Known are the example's, those that
   * `scenario.clusters` names, and those that have a job.
   * @default true
   */
  readonly checkClusters?: boolean;
  /** Called with each request once its answer is made, right before it is written. What it throws is a 500 instead. */
  readonly onRequest?: (request: RecordedRequest) => void;
  /**
   * The OpenAPI document to serve, without external references.
   * @default the definition of this project
   */
  readonly definition?: object;
}

const OPTIONS: Readonly<Record<keyof ServiceOptions, true>> = {
  scenario: true,
  clock: true,
  credentials: true,
  digestAlgorithm: true,
  nonceLifetimeMs: true,
  checkClusters: true,
  onRequest: true,
  definition: true,
};

/** @throws TypeError when an option is neither one of every mock's nor one of `own`. */
export function requireOptions(owner: string, options: ServiceOptions, own: readonly string[]): void {
  const nested = Object.keys(SCENARIO_FIELDS).map((field) => `scenario.${field}`);
  requireFields(owner, options, [...own, ...Object.keys(OPTIONS)], { noun: "option", nested });
}

/** What a test sees of the mocked service. */
export interface Observable {
  /** Where it is for this machine, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** What it lets in. */
  readonly credentials: Credentials;
  /** What was received, in order. No secret is in it. */
  readonly requests: readonly RecordedRequest[];
  /** The export jobs as they stand now, in the order of their creation. */
  readonly jobs: readonly ExportJob[];
  /**
   * Creates a job as if an earlier request had done it.
   *
   * @throws TypeError when no request could have created such a job, its scenario cannot be played, or its time of
   * creation is none.
   */
  addJob(seed: JobSeed): ExportJob;
}

/** The mocked service itself, without a way to reach it. */
export interface Service {
  /** The address that the definition gives. */
  readonly serverUrl: string;
  /** Answers a request and records it. With the signal, nobody waits for the answer any more. */
  readonly receive: (arrival: Arrival, signal: AbortSignal) => Promise<Presented>;
  /** The paths of the definition and those of its token endpoint, as templates. */
  readonly paths: readonly string[];
  /** Tells the service where it is to be reached. */
  readonly at: (url: string) => Observable;
}

/** What a body may hold, in bytes. */
export const BODY_LIMIT: number = 1024 * 1024;

/** A request as it was read, its body perhaps not to the end. */
export interface Arrival {
  readonly request: ReceivedRequest;
  /** Whether the body is over the limit. */
  readonly isTooLarge: boolean;
}

const CREDENTIALS: Credentials = {
  clientId: "mdb_sa_id_000000000000000000000000",
  clientSecret: "mock_client_secret",
  publicKey: "mockpubl",
  privateKey: "mock-private-key",
};

/**
 * @throws TypeError when the scenario cannot be played, or another option has a value that it does not take.
 * @throws Error when the definition cannot be validated in every part.
 */
export async function createService(options: ServiceOptions): Promise<Service> {
  const { scenario = {}, clock = systemClock, onRequest = () => {} } = options;
  const { digestAlgorithm: algorithm = "MD5", nonceLifetimeMs = 300_000, checkClusters = true } = options;
  const credentials = readCredentials(options.credentials);
  const prism = await (options.definition === undefined ? ownDefinition() : createPrism(options.definition));
  // A cast, because Prism has just read it.
  const { servers: [server] = [] } = (options.definition ?? definition) as { servers?: { url: string }[] };
  const { operations } = prism;
  requirePlayable(scenario, operations);
  requireFunctions("clock", clock, ["now", "monotonicMs", "schedule"]);
  requireOneOf("digestAlgorithm", algorithm, DIGEST_ALGORITHMS);
  requireNumber("nonceLifetimeMs", nonceLifetimeMs, Number.POSITIVE_INFINITY);
  requireFlag("checkClusters", checkClusters);

  const { job = DEFAULT_JOB_SCENARIO, answers = [], faults = [], latencyMs = 0, clusters = [] } = scenario;
  const state = createState({ prism, clock, nonceLifetimeMs, scenario: job });
  const { log, jobs, tokens, nonces } = state;
  const tokenEndpoint = createTokenEndpoint({ ...credentials, operations, tokens });
  const digest = createDigest({ ...credentials, algorithm, nonces });
  const checkCredentials = createCredentialsCheck({ operations, tokens, digest });
  const limits = scenario.rateLimit && new RateLimits(scenario.rateLimit, clock);
  const examplesById = withOwnNames(withExamplesById(prism, ({ answer }) => answer));
  const answerJobs = withJobLife({ prism, state }, withPages(state, examplesById));
  const knownClusters = () => [...clusters, ...jobs.clusters()];

  const refusalAtTheDoor: FrontParts["refusalAtTheDoor"] = (operation, request) => {
    const challenge = checkCredentials(operation, request);
    if (challenge !== undefined) return unauthorized(challenge);
    const refusal = limits?.take(operation, request);
    if (refusal !== undefined) return refusal;
    return hasRole(scenario.roles ?? {}, operation, request) ? undefined : MISSING_ROLE;
  };
  const nameOf: NameRequest = async ({ method, path }) =>
    tokenEndpoint.issuesAt(path) ? "token" : (await prism.route(method, path)).operation?.operationId;
  const front = createFront({
    prism,
    tokenEndpoint: tokenEndpoint.answer,
    refusalAtTheDoor,
    choose: chosenAnswers(answers),
    limitHeaders: (operation, request) => limits?.headers(operation, request) ?? {},
    respond: checkClusters ? withKnownClusters(prism, knownClusters, answerJobs) : answerJobs,
  });
  const answer = withFaults(front, { faults, nameOf, expireTokens: () => tokens.revokeAll() });

  /** An answer that comes late, or never, waits for the clock itself: a test's clock must not stand still for it. */
  const letTimePass = (number: string | undefined): (() => void) =>
    number !== undefined && isTestClock(clock) ? clock.letPass(number) : () => {};
  const takeTime = async (ms: number, number: string | undefined, signal: AbortSignal): Promise<void> => {
    if (ms === 0) return;
    const standStill = letTimePass(number);
    await sleep(clock, ms, signal);
    standStill();
  };
  const delayOf = async (request: ReceivedRequest): Promise<number> =>
    typeof latencyMs === "number" ? latencyMs : (Object(latencyMs)[(await nameOf(request)) ?? ""] ?? 0);

  return {
    serverUrl: server?.url ?? "",
    paths: [...new Set([...operations.map(({ path }) => path), ...tokenEndpoint.paths])],
    async receive({ request: { headers, ...received }, isTooLarge }, signal) {
      const { [REQUEST_NUMBER]: number, ...ownHeaders } = headers;
      const request = { ...received, headers: ownHeaders };
      const complete = log.open(request);
      const outcome = isTooLarge
        ? outsideDefinition(TOO_LARGE)
        : await answer(request).catch((error) => failure("The mock itself", error));
      try {
        onRequest(complete(outcome));
      } catch (error) {
        return failure("onRequest", error);
      }

      if (outcome.delivery === "none") letTimePass(number);
      else await takeTime(await delayOf(request), number, signal);
      return outcome;
    },
    at(url) {
      state.url = url;
      return {
        url,
        credentials,
        requests: log.requests,
        get jobs() {
          return jobs.all();
        },
        addJob: (seed) => jobs.add(seed),
      };
    },
  };
}

/** The fixed ones, but for those that are given. */
function readCredentials(given: Partial<Credentials> = {}): Credentials {
  requireFields("credentials", given, Object.keys(CREDENTIALS));
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of present) requireText(`credentials.${name}`, value);
  return { ...CREDENTIALS, ...Object.fromEntries(present) };
}

function isTestClock(clock: Clock): clock is TestClock {
  return "letPass" in clock;
}

let loaded: Promise<Prism> | undefined;

/** Loaded once per process: Prism keeps no state, so mocks can share it. */
function ownDefinition(): Promise<Prism> {
  loaded ??= createPrism(definition);
  return loaded;
}

const TOO_LARGE = apiError(413, "BODY_TOO_LARGE", `The request body is over ${BODY_LIMIT} bytes.`);

function failure(what: string, error: unknown): Outcome {
  const detail = `${what} failed: ${error instanceof Error ? error.message : String(error)}`;
  return outsideDefinition(apiError(500, "MOCK_FAILED", detail));
}
