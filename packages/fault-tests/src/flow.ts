import {
  type AtlasClient,
  type AtlasClientOptions,
  createAtlasClient,
  createExportJob,
  ExportCreationError,
  type ExportJob,
  type Fetch,
  isAtlasApiError,
  isAtlasError,
  isNetworkError,
  serviceAccount,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import { type FaultKind, type Mock, type RecordedRequest, startMock } from "@atlas-snapshot-export/mock";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { type CallerFault, type CallersCode, callersCode } from "./callers-code.ts";
import { type Step, stepOf, steps } from "./steps.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";
import { whenRead } from "./when-read.ts";

/** All that the mock can do wrong, and the one thing that it cannot: not to be there. */
export type AnyFaultKind = FaultKind | "connectionRefused";

/** The kinds in the order of the table; by type, none is forgotten. */
export const kinds = Object.keys({
  connectionRefused: 1,
  cutBefore: 1,
  cutAfter: 1,
  cutInBody: 1,
  silentBefore: 1,
  silentAfter: 1,
  rateLimited: 1,
  rateLimitedWithoutRetryAfter: 1,
  internalErrorBefore: 1,
  internalErrorAfter: 1,
  badGateway: 1,
  unavailableHtml: 1,
  emptyBody: 1,
  truncatedJson: 1,
  wrongMediaType: 1,
  accessTokenExpired: 1,
} satisfies Record<AnyFaultKind, 1>) as AnyFaultKind[];

export interface ScheduledFault {
  step: Step;
  /** Which request of that step, from 1. */
  request: number;
  kind: AnyFaultKind;
}

/** What came of one run. */
export interface Verdict {
  /** How many jobs the server has in the end. */
  jobs: number;
  /** What each caller was told, in short: the state of the job, or the name of the error. */
  answers: string[];
  /** What is wrong with that, in a sentence each. Empty when all is well. */
  lies: string[];
  /** Which of the scheduled faults happened. */
  happened: ScheduledFault[];
  /** How often the caller's own code failed. */
  callerFailures: number;
}

export interface Run {
  faults: readonly ScheduledFault[];
  /** What fails in the caller's own code. @default nothing */
  callerFault?: CallerFault | undefined;
  /**
   * Whether a job is over as soon as it is created. Then the service's rule of one active export a snapshot does not
   * help, and a request sent twice is a job made twice.
   * @default false: twenty minutes
   */
  isInstant?: boolean;
  /** The caller's own token, which makes the client look before it creates. @default none */
  token?: string;
  /** How many callers ask for the same export at the same time. @default 1 */
  callers?: number;
  /** Which random numbers the client gets. @default always 0.5 */
  random?: () => number;
}

const twentyMinutes = [
  { example: "queued", forMs: 600_000 },
  { example: "inProgress", forMs: 600_000 },
] as const;

const startsAt = Date.parse("2026-11-02T03:41:07Z");
const { groupId, clusterName } = definition.components.parameters;
const target = { groupId: groupId.example, clusterName: clusterName.example };
const request = { ...target, ...examples.createBackupExportJob.requests.minimal };

/** Runs one export, or several at the same time, from sign-in to the end of the job, under a schedule of faults. */
export async function run({
  faults,
  callerFault,
  isInstant = false,
  token,
  callers = 1,
  random = () => 0.5,
}: Run): Promise<Verdict> {
  const clock = virtualClock(startsAt);
  const observed = observeFaults(faults, clock);
  await using mock = await startMock({
    clock,
    scenario: {
      job: [...(isInstant ? [] : twentyMinutes), { example: "successful" }],
      faults: faults.flatMap(({ step, request: which, kind }) =>
        kind === "connectionRefused"
          ? []
          : [{ on: steps[step], request: which - observed.refusedBefore(step, which), kind }],
      ),
    },
    onRequest: observed.onRequest,
  });
  const { clientId, clientSecret } = mock.credentials;
  const auth = serviceAccount({ clientId, clientSecret });
  const own = callerFault && callersCode(callerFault, { ...mock, fetch: observed.fetch, clock, random });
  const connect = (options: Partial<AtlasClientOptions>) =>
    createAtlasClient({ auth, baseUrl: mock.url, clock, random, fetch: observed.fetch, ...options });
  const told = await Promise.all(
    Array.from({ length: callers }, async () => {
      const ownTokens = new Set<string>();
      const noting =
        (fetch: Fetch): Fetch =>
        (url, init) => {
          for (const { value } of customDataOf(init.body)) ownTokens.add(value);
          return fetch(url, init);
        };
      const atlas = own
        ? own.connect((options) => connect({ ...options, fetch: noting(options.fetch ?? observed.fetch) }))
        : connect({ fetch: noting(observed.fetch) });
      return { ...(await exportOnce(atlas, token, own)), ownTokens };
    }),
  );
  const lies = told.flatMap((answer) => liesOf(answer, mock, own));
  if (own) lies.push(...(await liesOfRetry(told[0] as Told, connect({}))));
  // A clock that forgets its timers leaves them to themselves.
  if (!callerFault?.plug.startsWith("clock")) lies.push(...leftBehind(clock));
  if (mock.jobs.length > 1) lies.push(`there are ${mock.jobs.length} jobs`);
  return {
    jobs: mock.jobs.length,
    answers: told.map(describe),
    lies,
    happened: observed.happened,
    callerFailures: own?.failures ?? 0,
  };
}

interface Caller {
  /** What the caller's requests carried in their custom data. */
  ownTokens: Set<string>;
}

type Told =
  | { phase: "create"; error: unknown }
  | { phase: "wait"; created: ExportJob; error: unknown }
  | { phase: "end"; created: ExportJob; outcome: string; job: ExportJob };

async function exportOnce(
  atlas: AtlasClient,
  token: string | undefined,
  own: CallersCode | undefined,
): Promise<Told> {
  const { signal, onProgress } = own ?? {};
  // Without a deadline a wait goes on for as long as a `fetch` fails.
  const timeoutMs = own && 4 * 60 * 60_000;
  let created: ExportJob;
  try {
    ({ job: created } = await createExportJob(atlas, { ...request, token }, { signal }));
  } catch (error) {
    return { phase: "create", error };
  }
  try {
    const result = await waitForExportJob(
      atlas,
      { ...target, exportId: String(created.id) },
      { intervalMs: 120_000, timeoutMs, signal, onProgress },
    );
    return { phase: "end", created, outcome: result.outcome, job: result.job };
  } catch (error) {
    return { phase: "wait", created, error };
  }
}

function describe(told: Told): string {
  if (told.phase === "end") return told.outcome;
  const { error } = told;
  const outcome = error instanceof ExportCreationError ? ` ${error.outcome}` : "";
  return `${(error as Error).name}${outcome}`;
}

/** What the caller was shown that the server contradicts. */
function liesOf(told: Told & Caller, { jobs }: Mock, own: CallersCode | undefined): string[] {
  if (told.phase === "create") return liesOfCreation(told.error, jobs, told.ownTokens, own);
  const isKnown = jobs.some(({ id }) => id === told.created.id);
  const lies = isKnown ? [] : [`the job ${told.created.id} that was answered does not exist`];
  if (told.phase === "wait") {
    // A wait passes the failure of the caller's code on as it is.
    if (own && own.failures > 0) return lies;
    return [...lies, ...foreign(told.error), ...givenUp(told.error)];
  }
  return told.outcome === "successful" && told.job.id === told.created.id
    ? lies
    : [...lies, `the job ended ${told.outcome}`];
}

function liesOfCreation(
  error: unknown,
  jobs: readonly ExportJob[],
  ownTokens: Set<string>,
  own: CallersCode | undefined,
): string[] {
  const lies = foreign(error);
  const outcome = error instanceof ExportCreationError ? error.outcome : "not-created";
  const isOwn = ({ customData = [] }: ExportJob) => customData.some(({ value = "" }) => ownTokens.has(value));
  if (outcome === "not-created" && jobs.some(isOwn))
    lies.push(`there is a job, but the error denies it: ${text(error)}`);
  if (outcome === "conflict" && jobs.length === 0) lies.push(`nothing is in the way: ${text(error)}`);
  if (own && causes(error).includes(own.thrown) && !(error instanceof ExportCreationError && error.token)) {
    // A fetch that rejects is a network failure like any other.
    if (!causes(error).some(isNetworkError))
      lies.push(`the caller's failure hides the token: ${text(error)}`);
  }
  return lies;
}

/** The error itself and everything that caused it. */
function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [error];
}

/** After the failure, a plain retry with the token of the error finds the job, or creates the first one. */
async function liesOfRetry(told: Told, healthy: AtlasClient): Promise<string[]> {
  if (told.phase !== "create" || !(told.error instanceof ExportCreationError)) return [];
  const { token = false, outcome } = told.error;
  if (outcome === "conflict") return [];
  let last: unknown;
  // What is left of the network's faults may meet the retry as well.
  for (let retries = 0; retries < 3; retries += 1) {
    try {
      await createExportJob(healthy, { ...request, token });
      return [];
    } catch (error) {
      last = error;
    }
  }
  return [`a plain retry fails: ${text(last)}`];
}

function foreign(error: unknown): string[] {
  return isAtlasError(error) ? [] : [`an error of no known kind came through: ${text(error)}`];
}

/** A wait without a deadline ends with the job, or with what cannot pass: here, a token refused twice in a row. */
function givenUp(error: unknown): string[] {
  const isRefused = isAtlasApiError(error) && error.status === 401;
  return isRefused ? [] : [`the wait was given up: ${text(error)}`];
}

function leftBehind({ pending }: VirtualClock): string[] {
  return pending === 0 ? [] : [`${pending} timers were left behind`];
}

function text(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The client's side of a run: refuses connections, holds the time while an answer is on its way, notes what happened. */
function observeFaults(faults: readonly ScheduledFault[], clock: VirtualClock) {
  const happened: ScheduledFault[] = [];
  const sent = new Map<Step, number>();
  const releases: (() => void)[] = [];
  const isRefusal = ({ kind }: ScheduledFault) => kind === "connectionRefused";

  return {
    happened,
    /** Refused requests never reach the mock, so its count of a step's requests is behind by them. */
    refusedBefore: (step: Step, which: number) =>
      faults.filter((fault) => fault.step === step && fault.request < which && isRefusal(fault)).length,

    async fetch(url: string, init: RequestInit): Promise<Response> {
      const step = stepOf(init.method, new URL(url).pathname);
      const count = (sent.get(step) ?? 0) + 1;
      sent.set(step, count);
      const fault = faults.find((candidate) => candidate.step === step && candidate.request === count);
      if (fault) happened.push(fault);

      const release = clock.hold();
      const number = releases.push(release) - 1;
      const headers = new Headers(init.headers);
      headers.set(numberHeader, String(number));
      try {
        const response = await fetch(fault && isRefusal(fault) ? refusedUrl : url, { ...init, headers });
        return whenRead(response, release);
      } catch (error) {
        release();
        throw error;
      }
    },

    /** For an answer that will never come the time must go on. */
    onRequest({ headers, fault }: RecordedRequest): void {
      if (fault?.startsWith("silent")) releases[Number(headers[numberHeader])]?.();
    },
  };
}

function customDataOf(body: unknown): { value: string }[] {
  return typeof body === "string" && body.startsWith("{") ? (JSON.parse(body).customData ?? []) : [];
}

const numberHeader = "x-request-number";

/** Nobody listens on port 2, which no protocol uses, and fetch does not block it as it blocks the ports of many. */
const refusedUrl = "http://127.0.0.1:2/";
