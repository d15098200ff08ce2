import {
  type AtlasClient,
  type AuthProvider,
  createAtlasClient,
  type ExportBucket,
  type ExportJob,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };

/** The names that a block may use without saying where they come from: what every reader has of their own. */
declare global {
  var groupId: string;
  var clusterName: string;
  var snapshotId: string;
  var exportBucketId: string;
  var exportId: string;
  var clientId: string;
  var clientSecret: string;
  var publicKey: string;
  var privateKey: string;
  /** A client, set up as in «Getting started», and what it was set up with. */
  var atlas: AtlasClient;
  var auth: AuthProvider;
  /** An export that is done, and the bucket that has its files. */
  var job: ExportJob;
  var bucket: ExportBucket;
  /** The reader's own code, which is not there to run. */
  var vault: { read: (name: string) => Promise<string> };
  var codeUnderTest: (options: object) => Promise<void>;
}

const { parameters } = definition.components;

Object.assign(globalThis, {
  ...examples.createBackupExportJob.requests.minimal,
  groupId: parameters.groupId.example,
  clusterName: parameters.clusterName.example,
  exportId: parameters.exportId.example,
  job: examples.getBackupExportJob.responses[200].successful,
  bucket: examples.getExportBucket.responses[200].aws,
});

/** Gives the names of credentials their values, and puts them into the environment, too. */
export function provide(
  credentials: Record<"clientId" | "clientSecret" | "publicKey" | "privateKey", string>,
): void {
  const { clientId, clientSecret, publicKey, privateKey } = credentials;
  process.env["MONGODB_ATLAS_CLIENT_ID"] = clientId;
  process.env["MONGODB_ATLAS_CLIENT_SECRET"] = clientSecret;
  const auth = serviceAccount({ clientId, clientSecret });
  const atlas = createAtlasClient({ auth });
  Object.assign(globalThis, { clientId, clientSecret, publicKey, privateKey, auth, atlas });
}
