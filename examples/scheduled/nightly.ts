import { type ExportJob, requestTokenOf } from "@atlas-snapshot-export/client";

/**
 * By these the second half knows the exports of the first among all others of the cluster. Each further one is for a run
 * after a failed export.
 */
export function tokensOfNight(now: Date): string[] {
  const night = `nightly-${now.toISOString().slice(0, 10)}`;
  return [night, `${night}-2`, `${night}-3`];
}

/** Which night a job is of; undefined when the first half did not create it. */
export function nightOf(job: ExportJob): string | undefined {
  const token = requestTokenOf(job);
  return token?.startsWith("nightly-") ? token : undefined;
}
