import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { ExportJobRequest } from "@atlas-snapshot-export/types";
import type { JobScenario } from "./job-scenario.ts";
import { placed, requireFields, requireText } from "./requirements.ts";

/** A cluster of a project. */
export interface Cluster {
  readonly groupId: string;
  readonly clusterName: string;
}

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
  const { groupId, clusterName, snapshotId, exportBucketId, customData = [] } = seed;
  const { schemas, parameters } = definition.components;
  for (const [place, id] of Object.entries({ groupId, snapshotId, exportBucketId }))
    requireText(place, id, schemas.ObjectId);
  requireText("clusterName", clusterName, parameters.clusterName.schema);
  for (const [place, entry] of placed("customData", customData)) {
    requireFields(place, entry, Object.keys(schemas.CustomDataEntry.properties));
    for (const [name, value = ""] of Object.entries(entry)) requireText(`${place}.${name}`, value);
  }
}
