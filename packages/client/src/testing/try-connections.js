// A program of its own, in JavaScript for every runtime: creates an export job over each connection, and prints what the
// client says about the failure.
import { once } from "node:events";
import { request as httpsRequest } from "node:https";
import { createRequire } from "node:module";
import process from "node:process";
import { buffer } from "node:stream/consumers";

const { client, undici: undiciPath, rows } = JSON.parse(process.argv[2]);
const { createAtlasClient, createBackupExportJob } = await import(client);
const undici = undiciPath && createRequire(import.meta.url)(undiciPath);

/** Ways to send that are not the platform's fetch. */
const fetches = {
  "foreign signal": () => (url, init) => fetch(url, { ...init, signal: { aborted: false } }),
  undici: (proxy) => overUndici(new undici.ProxyAgent(proxy)),
  "undici, two addresses": () => overUndici(new undici.Agent({ connect: { lookup: twoAddresses } })),
  "node:https": () => overHttps,
};

const failures = [];
for (const row of rows) failures.push(await failureOf(row));
console.log(JSON.stringify(failures));

async function failureOf({ url, fetch: name, proxy }) {
  const fetch = name ? fetches[name](proxy) : globalThis.fetch;
  const auth = { authorize: () => "Own credential" };
  const atlas = createAtlasClient({ auth, baseUrl: url, fetch, retry: { maxAttempts: 1 } });
  const id = "65f0c2a84d1b3e7a9c5d2f10";
  const body = { snapshotId: id, exportBucketId: id };
  const options = { timeoutMs: 20_000 };
  return createBackupExportJob(atlas, { groupId: id, clusterName: "orders-prod", body }, options).then(
    () => ({ message: "no failure" }),
    ({ code, mayHaveArrived, message }) => ({ code, mayHaveArrived, message }),
  );
}

function overUndici(dispatcher) {
  return (url, init) => undici.fetch(url, { ...init, dispatcher });
}

/** Takes every host for this machine. */
function twoAddresses(_host, _options, done) {
  const addresses = [
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ];
  done(null, addresses);
}

async function overHttps(url, { method, headers, body, signal }) {
  const sending = httpsRequest(url, { method, headers, signal });
  sending.end(body);
  const [incoming] = await once(sending, "response");
  return new Response(await buffer(incoming), { status: incoming.statusCode });
}
