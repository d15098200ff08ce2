// What `npm start` runs: one export from sign-in to the files, against a mock in this process; with credentials in
// the environment and the ids as flags, against the real service.
import { parseArgs } from "node:util";
import {
  type AtlasClient,
  type AtlasClientOptions,
  apiKey,
  completeMarkerKey,
  createAtlasClient,
  createExportJob,
  isAtlasError,
  serviceAccount,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };

type Auth = AtlasClientOptions["auth"];

interface Target {
  name: string;
  atlas: AtlasClient;
  export: { groupId: string; clusterName: string; snapshotId: string; exportBucketId: string };
  intervalMs: number;
  close: () => Promise<void>;
}

const names = ["group", "cluster", "snapshot", "bucket"] as const;

type Flags = Partial<Record<(typeof names)[number], string>>;

const usage = `npm start                                  exports a snapshot of an embedded mock
npm start -- --group <id> --cluster <name> --snapshot <id> --bucket <id>
                                           exports one of yours, with the credentials in MONGODB_ATLAS_CLIENT_ID and
                                           MONGODB_ATLAS_CLIENT_SECRET, or in MONGODB_ATLAS_PUBLIC_API_KEY and
                                           MONGODB_ATLAS_PRIVATE_API_KEY`;

/** A mistake of whoever called, to be told without a stack trace. */
class UsageError extends Error {}

const startedMs = performance.now();

try {
  process.exitCode = await run();
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof TypeError || isAtlasError(error);
  if (!isExpected) throw error;
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(): Promise<number> {
  const target = await chooseTarget(readFlags());
  try {
    say(`Exporting snapshot ${target.export.snapshotId} of ${target.export.clusterName} from ${target.name}`);
    return await exportOne(target);
  } finally {
    await target.close();
  }
}

async function exportOne({ atlas, export: request, intervalMs }: Target): Promise<number> {
  const { job, reference } = await createExportJob(atlas, request);
  say(`Created export job ${reference.exportId}: ${job.state}`);
  let lastState = job.state;
  const result = await waitForExportJob(atlas, reference, {
    intervalMs,
    onProgress({ state, collections }) {
      if (state === lastState && !collections) return;
      lastState = state as typeof lastState;
      say(`${state}${collections ? `, ${collections.exported} of ${collections.total} collections` : ""}`);
    },
  });
  if (result.outcome !== "successful") {
    const reason =
      result.outcome === "failed" ? `: ${result.reason?.message ?? "the service gives no reason"}` : "";
    say(`The export has ${result.outcome === "failed" ? "failed" : "been cancelled"}${reason}`);
    return 1;
  }
  const { prefix = "" } = result.job;
  console.log(`
The files lie in export bucket ${request.exportBucketId}, below
  ${prefix}/
and are complete once this object is there:
  ${completeMarkerKey(prefix)}

Try next:
  npm test                                 everything, the contract run included
  npm run mock                             the stock Prism mock of the definition, for use by hand
  npm start -- --group <id> --cluster <name> --snapshot <id> --bucket <id>
                                           the same with your own project`);
  return 0;
}

function readFlags(): Flags {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    return parseArgs({ options, strict: true }).values as Flags;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function chooseTarget(flags: Flags): Target | Promise<Target> {
  const auth = authFromEnvironment();
  const missing = names.filter((name) => !flags[name]);
  if (!auth && missing.length === names.length) return mockTarget();
  if (!auth) throw new UsageError("There are no credentials in the environment.");
  if (missing.length === names.length) {
    say("There are credentials in the environment, but no flags say what to export: using the mock");
    return mockTarget();
  }
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((name) => `--${name}`).join(", ")}`);
  return serviceTarget(auth, flags as Required<Flags>);
}

function authFromEnvironment(): Auth | undefined {
  const { env } = process;
  const clientId = env["MONGODB_ATLAS_CLIENT_ID"];
  const clientSecret = env["MONGODB_ATLAS_CLIENT_SECRET"];
  if (clientId && clientSecret) return serviceAccount({ clientId, clientSecret });
  const publicKey = env["MONGODB_ATLAS_PUBLIC_API_KEY"];
  const privateKey = env["MONGODB_ATLAS_PRIVATE_API_KEY"];
  if (publicKey && privateKey) return apiKey({ publicKey, privateKey });
  return undefined;
}

function serviceTarget(auth: Auth, { group, cluster, snapshot, bucket }: Required<Flags>): Target {
  const baseUrl = process.env["MONGODB_ATLAS_BASE_URL"];
  return {
    name: baseUrl ?? "MongoDB Atlas",
    atlas: createAtlasClient({ auth, ...(baseUrl ? { baseUrl } : {}) }),
    export: { groupId: group, clusterName: cluster, snapshotId: snapshot, exportBucketId: bucket },
    intervalMs: 15_000,
    close: async () => {},
  };
}

async function mockTarget(): Promise<Target> {
  const { startMock } = await import("@atlas-snapshot-export/mock");
  const mock = await startMock();
  const { clientId, clientSecret } = mock.credentials;
  const auth = serviceAccount({ clientId, clientSecret });
  const request = examples.createBackupExportJob.requests.minimal;
  const { groupId, clusterName } = definition.components.parameters;
  return {
    name: `a mock at ${mock.url}`,
    atlas: createAtlasClient({ auth, baseUrl: mock.url }),
    export: { groupId: groupId.example, clusterName: clusterName.example, ...request },
    intervalMs: 300,
    close: () => mock.close(),
  };
}

function say(line: string): void {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${line}`);
}
