const snapshot = {
  groupId: "65f0c2a84d1b3e7a9c5d2f10",
  clusterName: "orders-prod",
  snapshotId: "6ae802d65b8a4f2e917d3a64",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
};

/** Creates an export and waits for its end, with the client as the runtime has loaded it. Answers with its outcome, or with what was thrown. */
export async function runExport(client, { url, signIn, credentials }) {
  try {
    const auth = signIn === "API key" ? client.apiKey(credentials) : client.serviceAccount(credentials);
    const atlas = client.createAtlasClient({ auth, baseUrl: url });
    const { outcome } = await client.exportSnapshot(atlas, snapshot, { intervalMs: 20 });
    return outcome;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
