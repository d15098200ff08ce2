import client = require("@atlas-snapshot-export/client");
import mock = require("@atlas-snapshot-export/mock");

export async function exported(): Promise<string> {
  await using server = await mock.startMock();
  const auth = client.serviceAccount(server.credentials);
  const atlas: client.AtlasClient = client.createAtlasClient({ auth, baseUrl: server.url });
  const { outcome } = await client.exportSnapshot(atlas, {
    groupId: "65f0c2a84d1b3e7a9c5d2f10",
    clusterName: "orders-prod",
    snapshotId: "6ae802d65b8a4f2e917d3a64",
    exportBucketId: "66b1f0a97c3d5e2148fa0b92",
  });
  return outcome;
}
