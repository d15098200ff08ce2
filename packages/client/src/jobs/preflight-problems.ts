import type { ExportJob } from "@atlas-snapshot-export/types";
import type { AtlasApiError } from "../errors.ts";
import type { AnySnapshot } from "../snapshots/list-snapshots.ts";

/** What would be exported, and where to. */
export interface PreflightInput {
  groupId: string;
  clusterName: string;
  snapshotId: string;
  exportBucketId: string;
}

/** What a preflight reads. */
export type PreflightSubject = "snapshot" | "bucket" | "jobs";

/** What stands in the way of an export, each with a message that says what, why, and what to do. */
export type PreflightProblem =
  | {
      kind: "project-not-found" | "cluster-not-found" | "snapshot-not-found" | "bucket-not-found";
      message: string;
      error: AtlasApiError;
    }
  | { kind: "snapshot-not-completed" | "snapshot-is-fallback"; message: string; snapshot: AnySnapshot }
  /** The snapshot is being exported already. */
  | { kind: "export-active"; message: string; job: ExportJob }
  /** The credential may not read the subject (`not-permitted`, 403), or the service refuses it for another reason. */
  | { kind: "not-permitted" | "refused"; message: string; subject: PreflightSubject; error: AtlasApiError };

/** What it means that a subject cannot be read. */
export function unreadable(
  { groupId, clusterName, snapshotId, exportBucketId }: PreflightInput,
  subject: PreflightSubject,
  error: AtlasApiError,
): PreflightProblem {
  const { status, errorCode, detail } = error;
  const missing = (kind: MissingKind, what: string, next: string): PreflightProblem => {
    const why = detail ? `: ${detail.replace(/\.$/, "")}` : "";
    return { kind, message: `${what} was not found${why}; ${next}`, error };
  };
  if (status !== 404) {
    const kind = status === 403 ? "not-permitted" : "refused";
    return { kind, message: `${names[subject]} could not be read: ${error.message}`, subject, error };
  }
  if (errorCode === "GROUP_NOT_FOUND")
    return missing(
      "project-not-found",
      `project ${groupId}`,
      "check the id, and that the credential is for it",
    );
  // The list of a cluster's jobs is there, even if it is empty.
  if (errorCode === "CLUSTER_NOT_FOUND" || subject === "jobs") {
    const what = `cluster ${clusterName} of project ${groupId}`;
    return missing("cluster-not-found", what, "check its name, upper and lower case too");
  }
  if (subject === "snapshot") {
    const what = `snapshot ${snapshotId} of cluster ${clusterName}`;
    return missing("snapshot-not-found", what, "choose one from the list of the cluster's snapshots");
  }
  const what = `export bucket ${exportBucketId} of project ${groupId}`;
  return missing("bucket-not-found", what, "choose one from the list of the project's export buckets");
}

type MissingKind = Extract<PreflightProblem["kind"], `${string}-not-found`>;

const names = { snapshot: "the snapshot", bucket: "the export bucket", jobs: "the export jobs" };

/** Why a snapshot cannot be exported. */
export function unexportable({ snapshotId }: PreflightInput, snapshot: AnySnapshot): PreflightProblem[] {
  const problems: PreflightProblem[] = [];
  const because = (kind: "snapshot-not-completed" | "snapshot-is-fallback", why: string) =>
    problems.push({ kind, message: `snapshot ${snapshotId} cannot be exported: ${why}`, snapshot });
  const { status, snapshotType } = snapshot;
  if (status === "failed") because("snapshot-not-completed", "it failed; choose another one");
  else if (typeof status === "string" && status !== "completed")
    because("snapshot-not-completed", `its status is ${status}; wait until it is completed`);
  if (snapshotType === "fallback")
    because(
      "snapshot-is-fallback",
      "it is a fallback, which the service does not export; choose another one",
    );
  return problems;
}

/** Another export in the way. */
export function alreadyActive({ snapshotId }: PreflightInput, job: ExportJob): PreflightProblem {
  const { id, state, exportBucketId } = job;
  const name = id ? `export job ${id}` : "an export job without an id";
  const message = `snapshot ${snapshotId} is being exported already: ${name} (${state}) into bucket ${exportBucketId} is at work; wait for that one to end`;
  return { kind: "export-active", message, job };
}
