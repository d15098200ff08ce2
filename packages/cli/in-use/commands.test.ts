import { globSync, readFileSync } from "node:fs";
import { startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { runScript } from "./run-script.ts";

/** Where the blocks of the documentation are that are marked `sh run`. */
const folder = new URL("../../../docs/blocks/written/", import.meta.url);
const files = globSync("*.sh", { cwd: folder }).sort();

/** As the READMEs have them: whoever follows them puts their own there. */
const credentials = { clientId: "mdb_sa_id_…", clientSecret: "…" };

test("there are commands to run", () => {
  expect(files).not.toEqual([]);
});

test.each(files)("%s runs", async (file) => {
  await using mock = await startMock({ credentials, scenario: { job: [{ example: "successful" }] } });
  const commands = readFileSync(new URL(file, folder), "utf8");
  const { exitCode, stderr } = await runScript(mock, `set -u\n${commands}`);
  expect(exitCode, stderr).toBe(0);
  expect(mock.requests.length).toBeGreaterThan(0);
});
