/**
 * Creates an export and waits for its end, with the client as the runtime has loaded it. Answers with its outcome, or
 * with what was thrown.
 */
export async function runExport(client, { url, credentials, signIn, target }) {
  try {
    const auth = signIn === "API key" ? client.apiKey(credentials) : client.serviceAccount(credentials);
    const atlas = client.createAtlasClient({ auth, baseUrl: url });
    const { outcome } = await client.exportSnapshot(atlas, target, { intervalMs: 20 });
    return outcome;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
