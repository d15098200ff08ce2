import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mock } from "@atlas-snapshot-export/mock";
import { example } from "../src/mock-example.gen.ts";
import type { Environment } from "../src/world.ts";

export interface Surroundings {
  env?: Environment;
  /** Programs that stand for others, by name: a line of bash each. */
  programs?: Record<string, string>;
}

export interface RanScript {
  exitCode: number;
  stderr: string;
  /** What the script wrote to a file, nothing if there is none. */
  read(file: string): string;
}

/** As it is published. */
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const commandLine = `exec "${process.execPath}" "${main}" "$@"`;

/** The command line under the names by which it is called, as if it were installed. */
const installed = {
  "atlas-snapshot-export": commandLine,
  npx: `[ "$1" != --yes ] || shift; [[ "$1" = @atlas-snapshot-export/cli* ]] && shift && ${commandLine}`,
};

/** Runs a script as GitHub does, in a folder of its own, with the mock in place of the service. */
export async function runScript(
  { url, credentials }: Mock,
  script: string,
  { env, programs }: Surroundings = {},
): Promise<RanScript> {
  const folder = mkdtempSync(join(tmpdir(), "in-use-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [name, line] of Object.entries({ ...installed, ...programs })) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const variables = {
    PATH: `${bin}:${process.env["PATH"]}`,
    MONGODB_ATLAS_BASE_URL: url,
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
    MONGODB_ATLAS_PROJECT_ID: example.groupId,
    ...env,
  };
  const read = (file: string) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  return new Promise((resolve) => {
    const command = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
    execFile("bash", command, { cwd: folder, env: variables }, (error, _, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, stderr, read }),
    );
  });
}
