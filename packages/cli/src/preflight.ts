import {
  type AnySnapshot,
  type ExportBucket,
  type PreflightInput,
  type PreflightProblem,
  preflightExport,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { describeError } from "./describe-error.ts";
import { exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { resumeCommand } from "./resume-command.ts";

/** What an export is of, and where it goes to. */
export interface Readiness {
  snapshot: AnySnapshot;
  bucket: ExportBucket;
}

/**
 * Makes sure that an export can be created and followed.
 *
 * @throws {CommandFailure} that tells everything that stands in the way
 */
export async function requireReadiness(connection: Connection, input: PreflightInput): Promise<Readiness> {
  const {
    atlas,
    world: { signal },
  } = connection;
  const { snapshot, bucket, problems } = await preflightExport(atlas, input, { signal });
  if (snapshot && bucket && problems.length === 0) return { snapshot, bucket };
  throw new CommandFailure(describeProblems(connection, input, problems));
}

/** The first problem decides how the process ends; the others are told with it. */
function describeProblems(
  connection: Connection,
  input: PreflightInput,
  problems: PreflightProblem[],
): Failure {
  const reasons = problems.map((problem) => describeProblem(connection, input, problem));
  const told = (key: "why" | "todo") => [...new Set(reasons.map((reason) => reason[key]))].join("; ");
  const [first] = reasons;
  return {
    exitCode: first?.exitCode ?? exitCodes.unexpected,
    what: `snapshot ${input.snapshotId} was not exported`,
    why: told("why"),
    todo: told("todo"),
    ...(first?.details ? { details: first.details } : {}),
  };
}

type Reason = Omit<Failure, "what">;

function describeProblem(connection: Connection, input: PreflightInput, problem: PreflightProblem): Reason {
  switch (problem.kind) {
    case "snapshot-is-fallback":
      return {
        exitCode: exitCodes.usage,
        why: "it is a fallback snapshot, which the service does not export",
        todo: "choose another from `atlas-snapshot-export snapshots --completed`",
      };
    case "snapshot-not-completed":
      return notCompleted(problem.snapshot);
    case "export-active":
      return exportActive(connection, input, problem.job);
    case "not-permitted":
      return {
        ...reasonOf(problem),
        why: `the credential may not read ${subjects[problem.subject]}, and could not tell how the export ends`,
      };
    default:
      return reasonOf(problem);
  }
}

const subjects = { snapshot: "snapshots", bucket: "export buckets", jobs: "export jobs" };

function reasonOf({ error }: Extract<PreflightProblem, { error: unknown }>): Reason {
  const { what: _, ...reason } = describeError(error, "");
  return reason;
}

function notCompleted({ status }: AnySnapshot): Reason {
  if (status === "failed") {
    const todo = "choose another from `atlas-snapshot-export snapshots --completed`";
    return { exitCode: exitCodes.usage, why: "the snapshot itself failed", todo };
  }
  return {
    exitCode: exitCodes.conflict,
    why: `it is not completed yet, but ${status}`,
    todo: "try again once it is completed, or choose another from `atlas-snapshot-export snapshots --completed`",
  };
}

function exportActive(
  connection: Connection,
  { clusterName }: PreflightInput,
  { id, state, exportBucketId }: Extract<PreflightProblem, { job: unknown }>["job"],
): Reason {
  const name = id ? `export job ${id}` : "an export job without an id";
  const why = `${name} (${state}) is exporting it already, into bucket ${exportBucketId}`;
  if (!id) return { exitCode: exitCodes.conflict, why, todo: "wait for that one to end" };
  return {
    exitCode: exitCodes.conflict,
    why,
    todo: `wait for that one: ${resumeCommand(connection, { clusterName, exportId: id })}`,
    details: { exportId: id },
  };
}
