import * as client from "@atlas-snapshot-export/client";
import { startMock } from "@atlas-snapshot-export/mock";
import { runExport } from "./export.js";

const mock = await startMock({
  scenario: { job: [{ example: "queued", forMs: 50 }, { example: "successful" }] },
});
console.log(await runExport(client, { ...mock, signIn: "service account" }));
await mock.close();
