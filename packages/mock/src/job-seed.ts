import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { ExportJobRequest } from "@atlas-snapshot-export/types";
import { type Cluster, requireCluster } from "./cluster.ts";
import type { JobScenario } from "./job-scenario.ts";
import { placed, requireFields, requireText } from "./requirements.ts";

/** A job to begin with. */
export interface JobSeed extends Cluster, Pick<ExportJobRequest, "exportBucketId" | "snapshotId"> {
  /** @default [] */
  readonly customData?: NonNullable<ExportJobRequest["customData"]>;
  /**
   * When it was created, in epoch milliseconds.
   * @default now, by the mock's clock
   */
  readonly createdAtMs?: number;
  /**
   * What it goes through.
   * @default the mock's own scenario
   */
  readonly scenario?: JobScenario;
}

const FIELDS: Readonly<Record<keyof JobSeed, true>> = {
  groupId: true,
  clusterName: true,
  snapshotId: true,
  exportBucketId: true,
  customData: true,
  createdAtMs: true,
  scenario: true,
};

/**
 * Plain JavaScript and casts get past the types. The time and the scenario are for the jobs to check.
 *
 * @throws TypeError when a request could not have created such a job, telling the field, what is there, and what may be
 * there.
 */
export function requireJobSeed(seed: JobSeed): void {
  requireFields("the job", seed, Object.keys(FIELDS));
  const { snapshotId, exportBucketId, customData = [] } = seed;
  const { schemas } = definition.components;
  requireCluster(seed);
  for (const [place, id] of Object.entries({ snapshotId, exportBucketId }))
    requireText(place, id, schemas.ObjectId);
  for (const [place, entry] of placed("customData", customData)) {
    requireFields(place, entry, Object.keys(schemas.CustomDataEntry.properties));
    for (const [name, value = ""] of Object.entries(entry)) requireText(`${place}.${name}`, value);
  }
}
