// One export that is never made twice, followed to its end.
import { createAtlasClient, exportSnapshot, serviceAccount } from "@atlas-snapshot-export/client";

const { credentials, input } = globalThis.program;
const atlas = createAtlasClient({ auth: serviceAccount(credentials) });
console.log(await exportSnapshot(atlas, input));
