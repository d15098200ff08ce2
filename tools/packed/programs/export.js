/**
 * Creates an export and waits for its end, with the client as the runtime has loaded it. Then reads the list many times
 * at once with one signal, of which no runtime may warn. Returns the outcome of the export, or what was thrown.
 */
export async function runExport(client, { url, credentials, signIn, target }) {
  try {
    const auth = signIn === "API key" ? client.apiKey(credentials) : client.serviceAccount(credentials);
    const atlas = client.createAtlasClient({ auth, baseUrl: url });
    const { outcome } = await client.exportSnapshot(atlas, target, { intervalMs: 20 });
    const { groupId, clusterName } = target;
    const { signal } = new AbortController();
    const reading = Array.from({ length: signIn === "API key" ? 1 : 50 }, () =>
      client.listBackupExportJobs(atlas, { groupId, clusterName }, { signal }),
    );
    await Promise.all(reading);
    return outcome;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
