import type { ExportJob } from "@atlas-snapshot-export/client";

/** By this the second half knows the exports of the first among all others of the cluster. */
export function tokenOfNight(now: Date): string {
  return `nightly-${now.toISOString().slice(0, 10)}`;
}

/** Of which night a job is; undefined when it is none of ours. */
export function nightOf({ customData = [] }: ExportJob): string | undefined {
  const token = customData.find(({ key }) => key === "exportRequestToken")?.value;
  return token?.startsWith("nightly-") ? token : undefined;
}
