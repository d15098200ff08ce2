// One create with a service account: the least that a program can want of the client.
import { createAtlasClient, createBackupExportJob, serviceAccount } from "@atlas-snapshot-export/client";

const { credentials, job } = globalThis.program;
const atlas = createAtlasClient({ auth: serviceAccount(credentials) });
console.log(await createBackupExportJob(atlas, job));
