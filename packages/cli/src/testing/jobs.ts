import type { JobScenario, JobSeed } from "@atlas-snapshot-export/mock";
import { example } from "../mock-example.gen.ts";

/** A job to begin with, of a snapshot and into a bucket that the definition's examples know. */
export const seed: JobSeed = {
  ...example,
  snapshotId: "6ae802d65b8a4f2e917d3a64",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
};

/** Half an hour, as on the live service, with the given end. */
export function halfAnHour(end: JobScenario[number]["example"]): JobScenario {
  return [
    { example: "queued", forMs: 120_000 },
    { example: "inProgress", forMs: 1_680_000 },
    { example: end },
  ];
}
