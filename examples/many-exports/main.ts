// Exports the clusters of a file, this week's snapshot of each. Start it as often as you like.
//
//   node main.ts clusters.json      [{ "groupId": "…", "clusterName": "…", "exportBucketId": "…" }, …]
import { readFileSync } from "node:fs";
import { createAtlasClient } from "@atlas-snapshot-export/client";
import { credential, serviceAddress } from "../from-environment.ts";
import { type Done, exportMany } from "./export-many.ts";
import { withRateLimit } from "./rate-limit.ts";
import type { Target } from "./survey.ts";

const [file] = process.argv.slice(2);
if (!file) throw new Error("Say which file lists the clusters");
// A cast: what the file holds is held against the definition with the first request.
const targets = JSON.parse(readFileSync(file, "utf8")) as Target[];

const atlas = createAtlasClient({ auth: withRateLimit(credential()), ...serviceAddress() });
const done = await exportMany(atlas, targets, { since: startOfWeek(new Date()), onDone: tell });
process.exitCode = done.every(isGood) ? 0 : 1;

/** Monday, 0:00 UTC, in epoch milliseconds. */
function startOfWeek(now: Date): number {
  const daysSinceMonday = (now.getUTCDay() + 6) % 7;
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysSinceMonday);
}

function tell(one: Done): void {
  const { groupId, clusterName } = one.target;
  const detail = "job" in one ? (one.job.prefix ?? "") : "error" in one ? one.error : "";
  (isGood(one) ? console.log : console.error)(`${groupId} ${clusterName} ${one.outcome}`, detail);
}

function isGood({ outcome }: Done): boolean {
  return outcome === "successful" || outcome === "up-to-date";
}
