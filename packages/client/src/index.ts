export type * from "@atlas-snapshot-export/types";
export { type ApiKeyOptions, apiKey } from "./auth/api-key.ts";
export type { AuthContext, AuthProvider, AuthRequest, Unauthorized } from "./auth/auth-provider.ts";
export {
  type BearerToken,
  type ServiceAccount,
  type ServiceAccountOptions,
  serviceAccount,
  type TokenStore,
} from "./auth/service-account.ts";
export { bucketUri } from "./buckets/bucket-uri.ts";
export type { CallOptions } from "./call.ts";
export type { ResponseValidation } from "./check-response.ts";
export type { Clock } from "./clock.ts";
export { type AtlasClient, type AtlasClientOptions, createAtlasClient } from "./create-client.ts";
export {
  AtlasApiError,
  AtlasError,
  AuthenticationError,
  ExportCreationError,
  ExportTimeoutError,
  ExportWaitError,
  isAtlasApiError,
  isAtlasError,
  isAuthenticationError,
  isExportCreationError,
  isExportTimeoutError,
  isExportWaitError,
  isNetworkError,
  isRequestValidationError,
  isResponseValidationError,
  NetworkError,
  type Notices,
  RequestValidationError,
  ResponseValidationError,
  type Violation,
} from "./errors.ts";
export type { Answer } from "./fetch/answer.ts";
export type { Fetch } from "./fetch/attempt.ts";
export type { PlainRequest, RequestOptions, Send } from "./fetch/plain-request.ts";
export type { RetryPolicy } from "./fetch/retry-delay.ts";
export type { Hooks, ObservedRequest, ObservedResponse, Retry, Warning } from "./hooks.ts";
export { type CompleteMarker, parseCompleteMarker } from "./jobs/complete-marker.ts";
export {
  type CreatedExportJob,
  type CreateExportJobInput,
  createExportJob,
} from "./jobs/create-export-job.ts";
export { type ExportSnapshotResult, exportSnapshot } from "./jobs/export-snapshot.ts";
export { findExportJob, type TokenSearch } from "./jobs/find-export-job.ts";
export type { ExportJobReference } from "./jobs/job-reference.ts";
export { listExportJobs } from "./jobs/list-export-jobs.ts";
export { completeMarkerKey, type ExportPrefix, parseExportPrefix } from "./jobs/prefix.ts";
export { type ExportPreflight, preflightExport } from "./jobs/preflight-export.ts";
export type { PreflightInput, PreflightProblem, PreflightSubject } from "./jobs/preflight-problems.ts";
export { requestTokenOf } from "./jobs/request-token.ts";
export {
  type ExportProgress,
  type ExportResult,
  type WaitOptions,
  waitForExportJob,
} from "./jobs/wait-for-export-job.ts";
export { paginate } from "./lists/paginate.ts";
export * from "./operations.gen.ts";
export { findLatestSnapshot } from "./snapshots/find-latest-snapshot.ts";
export { getSnapshot, type SnapshotReference } from "./snapshots/get-snapshot.ts";
export { type AnySnapshot, type ClusterReference, listSnapshots } from "./snapshots/list-snapshots.ts";
export { type PathClient, withPaths } from "./with-paths.ts";
