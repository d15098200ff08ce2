import {
  createAtlasClient,
  createExportJob,
  getBackupExportJob,
  listExportJobs,
} from "@atlas-snapshot-export/client";
import { expect } from "vitest";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import { inputOf, withKnown } from "../input.ts";
import { expectUnbroken, listen } from "../wire.ts";

const OPERATIONS = ["createBackupExportJob", "getBackupExportJob", "listBackupExportJobs"];

/** The one case that changes something: an export job that was created can be read, and is in the list. */
export function jobLifeCases(contract: Contract): void {
  const { definition, target } = contract;
  const [operation, ...others] = OPERATIONS.map((name) =>
    definition.operations.find(({ operationId }) => operationId === name),
  );
  // Another definition need not be about export jobs.
  if (operation === undefined || others.includes(undefined)) return;
  const title = "a job that was created is read and listed";
  const exercises = { statuses: ["200"] };
  contractCase(contract, { operation, title, exercises, needs: ["creation", "state"] }, async () => {
    const { url: baseUrl, auth } = target;
    const atlas = createAtlasClient({ baseUrl, auth, validateResponses: "error" });
    const { groupId, clusterName, body } = withKnown(operation, inputOf(operation), target.known);
    const { exportBucketId, snapshotId } = Object(body);
    // Two casts, because the example in the definition is what the operation takes.
    const cluster = { groupId: groupId as string, clusterName: clusterName as string };

    const arrived = listen(contract);
    const { job: created, reference } = await createExportJob(atlas, {
      ...cluster,
      exportBucketId,
      snapshotId,
    });
    const { exportId } = reference;
    const read = await getBackupExportJob(atlas, { ...reference });
    const listed: unknown[] = [];
    for await (const { id } of listExportJobs(atlas, cluster)) listed.push(id);

    expect(created).toMatchObject({ exportBucketId, snapshotId });
    expect(read).toMatchObject({ id: exportId, exportBucketId, snapshotId });
    expect(listed).toContain(exportId);
    expectUnbroken(arrived());
  });
}
