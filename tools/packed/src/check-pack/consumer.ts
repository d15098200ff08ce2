// What a user's first program looks like. check-pack type-checks it and runs it in a project that has nothing but the tarballs.
import {
  createAtlasClient,
  createBackupExportJob,
  getBackupExportJob,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import { startMock } from "@atlas-snapshot-export/mock";

const mock = await startMock();
try {
  const { clientId, clientSecret } = mock.credentials;
  const atlas = createAtlasClient({ auth: serviceAccount({ clientId, clientSecret }), baseUrl: mock.url });
  const cluster = { groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-prod" };
  const body = { snapshotId: "6ae802d65b8a4f2e917d3a64", exportBucketId: "66b1f0a97c3d5e2148fa0b92" };

  const { id: exportId } = await createBackupExportJob(atlas, { ...cluster, body });
  if (exportId === undefined) throw new Error("The created export has no id");
  const job = await getBackupExportJob(atlas, { ...cluster, exportId });
  if (job.id !== exportId || job.snapshotId !== body.snapshotId) {
    throw new Error(`Created export ${exportId} of ${body.snapshotId}, but read ${JSON.stringify(job)}`);
  }

  // @ts-expect-error a type that let this through would be no type
  const wrong: number = job.snapshotId;
  void wrong;
} finally {
  await mock.close();
}
