import process from "node:process";
import * as client from "@atlas-snapshot-export/client";
import { startMock } from "@atlas-snapshot-export/mock";
import { runExport } from "./export.js";

const mock = await startMock({
  scenario: { job: [{ example: "queued", forMs: 50 }, { example: "successful" }] },
});
const { url, credentials } = mock;
console.log(await runExport(client, { ...JSON.parse(process.argv[2]), url, credentials }));
await mock.close();
