// An export against the mock's handlers, with whichever version of MSW a project has.
import { createAtlasClient, exportSnapshot, serviceAccount } from "@atlas-snapshot-export/client";
import { createMock } from "@atlas-snapshot-export/mock/msw";
import { setupServer } from "msw/node";

const mock = await createMock({
  scenario: {
    job: [{ example: "successful" }],
    faults: [{ on: "createBackupExportJob", kind: "cutInBody" }],
  },
});
const server = setupServer(...mock.handlers);
server.listen();
try {
  const atlas = createAtlasClient({ auth: serviceAccount(mock.credentials) });
  const { outcome } = await exportSnapshot(atlas, {
    groupId: "65f0c2a84d1b3e7a9c5d2f10",
    clusterName: "orders-prod",
    snapshotId: "6ae802d65b8a4f2e917d3a64",
    exportBucketId: "66b1f0a97c3d5e2148fa0b92",
  });
  if (outcome !== "successful" || mock.jobs.length !== 1)
    throw new Error(`Expected one successful export, got ${mock.jobs.length}, ${outcome}`);
} finally {
  server.close();
}
