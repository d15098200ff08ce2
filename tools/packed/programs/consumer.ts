// What users write against the packages' public types; compiled only. An error that has to come is expected by name.
import {
  type AtlasClient,
  type AuthProvider,
  apiKey,
  bucketUri,
  createAtlasClient,
  createBackupExportJob,
  createExportJob,
  type ExportJob,
  exportSnapshot,
  findLatestSnapshot,
  getBackupExportJob,
  type Hooks,
  isAtlasApiError,
  isExportCreationError,
  isExportTimeoutError,
  isExportWaitError,
  isNetworkError,
  isRequestValidationError,
  listBackupExportJobs,
  listExportBuckets,
  listExportJobs,
  listSnapshots,
  paginate,
  parseCompleteMarker,
  parseExportPrefix,
  preflightExport,
  requestTokenOf,
  serviceAccount,
  type TokenStore,
  waitForExportJob,
  withPaths,
} from "@atlas-snapshot-export/client";
import { type Mock, type RecordedRequest, startMock, testClock } from "@atlas-snapshot-export/mock";
import { examples } from "@atlas-snapshot-export/spec/examples";
import type { ExportJobRequest, operations, paths } from "@atlas-snapshot-export/types";

const cluster = { groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-prod" };
const body: ExportJobRequest = examples.createBackupExportJob.requests.minimal;

const fromVault: AuthProvider = {
  authorize: async ({ method, url, signal }, { baseUrl, clock }) => {
    signal?.throwIfAborted();
    return `Bearer ${method} ${url} ${baseUrl} ${clock.now()}`;
  },
  onUnauthorized: ({ response, attempt }) => attempt === 1 && response.headers.has("WWW-Authenticate"),
};

const kept = new Map<string, Awaited<ReturnType<TokenStore["get"]>>>();
const store: TokenStore = {
  get: () => kept.get("token"),
  set: async (token) => void kept.set("token", token),
};

const hooks: Hooks = {
  onRequest: ({ method, url }) => console.log(method, url),
  onResponse: ({ status, durationMs, rateLimit }) => console.log(status, durationMs, rateLimit.remaining),
  onRetry: ({ attempt, delayMs, status }) => console.log(attempt, delayMs, status),
  onWarning: ({ message, cause }) => console.log(message, cause),
};

export async function clients(): Promise<AtlasClient[]> {
  const clock = testClock();
  await using mock: Mock = await startMock({
    clock,
    scenario: {
      job: [{ example: "queued", forMs: 1000 }, { example: "failed" }],
      answers: [{ on: "listBackupExportJobs", status: 200, example: "firstOfManyPages" }],
      roles: ["Project Backup Export Operator"],
    },
  });
  const { credentials, url: baseUrl } = mock;
  const requests: readonly RecordedRequest[] = mock.requests;
  console.log(requests.length, mock.jobs[0]?.state);
  return [
    createAtlasClient({
      auth: serviceAccount({ ...credentials, store }),
      baseUrl,
      clock,
      fetch: clock.fetch,
    }),
    createAtlasClient({ auth: apiKey(credentials), baseUrl, hooks, retry: { maxAttempts: 2 } }),
    createAtlasClient({
      auth: fromVault,
      fetch: (url, init) => fetch(url, init),
      validateResponses: "error",
    }),
  ];
}

export async function operationsOf(atlas: AtlasClient): Promise<string[]> {
  const { id: exportId = "" } = await createBackupExportJob(atlas, { ...cluster, body });
  const { customData = [], stateReason } = await getBackupExportJob(atlas, { ...cluster, exportId });
  const { results } = await listBackupExportJobs(
    atlas,
    { ...cluster, itemsPerPage: 500 },
    { timeoutMs: 1000 },
  );
  const path = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports" satisfies keyof paths;
  const { data, error, response } = await withPaths(atlas).POST(path, { params: { path: cluster }, body });
  return [
    ...customData.map(({ key = "", value = "" }) => key + value),
    ...results.map(({ prefix = "" }) => parseExportPrefix(prefix)?.snapshotAt.toISOString() ?? ""),
    stateReason?.message ?? "",
    data?.prefix ?? error?.errorCode ?? response.statusText,
  ];
}

export async function exportsOf(atlas: AtlasClient, signal: AbortSignal): Promise<ExportJob[]> {
  const jobs: ExportJob[] = [];
  for await (const job of listExportJobs(atlas, cluster)) jobs.push(job);
  const { job, reference, origin } = await createExportJob(atlas, {
    ...cluster,
    ...body,
    token: "nightly",
    customData: [{ key: "a" }],
  });
  // @ts-expect-error a job does not say where it can be read
  await waitForExportJob(atlas, job);
  console.log(origin satisfies "created" | "adopted" | "conflict", requestTokenOf(job));
  const waited = await waitForExportJob(atlas, reference, { signal, timeoutMs: 1000 });
  const result = await exportSnapshot(
    atlas,
    { ...cluster, ...body },
    {
      onProgress: ({ state, collections, elapsedMs }) => console.log(state, collections?.total, elapsedMs),
    },
  );
  if (result.outcome === "failed") console.log(result.reason?.errorCode);
  // @ts-expect-error only a failed export has a reason
  console.log(waited.reason);
  return [...jobs, waited.job, result.job];
}

export async function choices(atlas: AtlasClient, prefix: string): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const bucket of paginate(atlas, listExportBuckets, { groupId: cluster.groupId })) {
    if (bucket.cloudProvider === "AZURE") found.push(bucket.serviceUrl);
    found.push(bucketUri(bucket, prefix));
  }
  for await (const { status, createdAt } of listSnapshots(atlas, cluster)) found.push(status, createdAt);
  const snapshot = await findLatestSnapshot(atlas, cluster);
  const { problems } = await preflightExport(atlas, { ...cluster, ...body });
  for (const problem of problems)
    found.push(problem.kind === "export-active" ? problem.job.id : problem.message);
  return [...found, snapshot?.id];
}

export function told(error: unknown): string | number | undefined {
  if (isAtlasApiError(error)) return error.badRequestDetail?.fields?.[0]?.field ?? error.retryAfterMs;
  if (isExportCreationError(error)) return error.outcome satisfies "not-created" | "conflict" | "unknown";
  if (isExportTimeoutError(error)) return error.job?.id ?? error.exportId;
  if (isExportWaitError(error)) return error.reference.exportId;
  if (isNetworkError(error)) return String(error.mayHaveArrived);
  if (isRequestValidationError(error)) return error.violations[0]?.field;
  return parseCompleteMarker("{}").totalFiles;
}

export type Created = operations["createBackupExportJob"]["responses"][200];

export async function mistakes(atlas: AtlasClient): Promise<void> {
  // @ts-expect-error a snapshot is needed
  await createBackupExportJob(atlas, { ...cluster, body: { exportBucketId: body.exportBucketId } });
  // @ts-expect-error an unknown property is refused
  await createExportJob(atlas, { ...cluster, ...body, snapshot: "6ae802d65b8a4f2e917d3a64" });
  // @ts-expect-error a client signs in
  createAtlasClient({});
  // @ts-expect-error the definition has no such example
  await startMock({ scenario: { job: [{ example: "exploded" }] } });
}
