/** A program of its own: reads the job with an API key in FIPS mode, and prints how that and MD5 itself fail. */
import { createHash, setFips } from "node:crypto";
import { apiKey, createAtlasClient, getBackupExportJob } from "../index.ts";
import { clusterName, exportId, groupId } from "./jobs.ts";

// Node keeps some in stock: without OpenSSL's FIPS provider, which few machines have, FIPS mode has no random numbers.
crypto.randomUUID();
setFips(true);
const atlas = createAtlasClient({
  auth: apiKey({ publicKey: "ABCDEFGH", privateKey: "not-used" }),
  baseUrl: String(process.argv[2]),
});
const input = { groupId, clusterName, exportId };
const { name, message, cause } = await getBackupExportJob(atlas, input).then(() => new Error(), errorOf);
console.log(JSON.stringify({ name, message, cause: errorOf(cause).code, refusal: refusalOfMd5() }));

function refusalOfMd5(): unknown {
  try {
    return createHash("md5").digest("hex");
  } catch (error) {
    return errorOf(error).code;
  }
}

function errorOf(error: unknown): Error & { code?: unknown } {
  return error instanceof Error ? error : new Error(String(error));
}
