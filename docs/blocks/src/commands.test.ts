import { execFile } from "node:child_process";
import { chmodSync, globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";

const files = globSync("written/*.sh").sort();
const cli = new URL("dist/main.js", import.meta.resolve("@atlas-snapshot-export/cli/package.json")).pathname;

/** As the READMEs have them: whoever follows them puts their own there. */
const credentials = { clientId: "mdb_sa_id_…", clientSecret: "…" };

test("there are commands to run", () => {
  expect(files).not.toEqual([]);
});

test.each(files)("%s runs", async (file) => {
  await using mock = await startMock({ credentials, scenario: { job: [{ example: "successful" }] } });
  const env = {
    PATH: `${programs()}:${process.env["PATH"]}`,
    MONGODB_ATLAS_BASE_URL: mock.url,
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
    MONGODB_ATLAS_PROJECT_ID: "65f0c2a84d1b3e7a9c5d2f10",
  };
  await promisify(execFile)("bash", ["-euc", readFileSync(file, "utf8")], { env });
  expect(mock.requests.length).toBeGreaterThan(0);
});

/** A folder with the command line under the names by which it is called, as if it were installed. */
function programs(): string {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  writeProgram(join(folder, "atlas-snapshot-export"), `exec ${process.execPath} ${cli} "$@"`);
  writeProgram(
    join(folder, "npx"),
    `[ "$1" = @atlas-snapshot-export/cli ] && shift && exec ${process.execPath} ${cli} "$@"`,
  );
  return folder;
}

function writeProgram(file: string, line: string): void {
  writeFileSync(file, `#!/usr/bin/env bash\n${line}\n`);
  chmodSync(file, 0o755);
}
