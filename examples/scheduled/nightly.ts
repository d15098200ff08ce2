import { type ExportJob, requestTokenOf } from "@atlas-snapshot-export/client";

/** By this the second half knows the exports of the first among all others of the cluster. */
export function tokenOfNight(now: Date): string {
  return `nightly-${now.toISOString().slice(0, 10)}`;
}

/** Which night a job is of; undefined when the first half did not create it. */
export function nightOf(job: ExportJob): string | undefined {
  const token = requestTokenOf(job);
  return token?.startsWith("nightly-") ? token : undefined;
}
