// The mock of this project, started as a process, stands in for the live service.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createAtlasClient, createExportJob, serviceAccount } from "@atlas-snapshot-export/client";
import { afterAll } from "vitest";
import { contractRun } from "../contract-run.ts";
import { definition } from "../definition.ts";
import { inputOf } from "../input.ts";
import { startServer } from "./server-process.ts";

/** What the command of the mock tells at its start. */
const credentials = { clientId: "mdb_sa_id_000000000000000000000000", clientSecret: "mock_client_secret" };

const service = await startServer(mockCommand(), "--port", "0");
afterAll(() => service.close());
const { url } = service;
const known = await whatExists(url);
await contractRun(definition, { target: "live", url, credentials, known, mayCreate: true });

function mockCommand(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@atlas-snapshot-export/mock/package.json");
  return join(dirname(manifest), Object.values<string>(require(manifest).bin)[0] ?? "");
}

/** The mock has everything that the examples name, except export jobs: those it has once they were created. */
async function whatExists(baseUrl: string): Promise<Record<string, string>> {
  const known: Record<string, string> = {};
  for (const operation of definition.operations) {
    const { body, ...parameters } = inputOf(operation);
    for (const [name, value] of Object.entries<string>({ ...parameters, ...Object(body) })) {
      known[name] ??= value;
      if (known[name] !== value) known[`${operation.operationId}.${name}`] = value;
    }
  }
  const { groupId = "", clusterName = "", exportBucketId = "", snapshotId = "" } = known;
  const atlas = createAtlasClient({ baseUrl, auth: serviceAccount(credentials) });
  const another = snapshotId.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  const input = { groupId, clusterName, exportBucketId, snapshotId: another };
  const { reference } = await createExportJob(atlas, input);
  return { ...known, exportId: reference.exportId };
}
