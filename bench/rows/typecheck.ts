import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin } from "../bin.ts";
import type { Line, Row, Target } from "../row.ts";
import { exactly, type Spread } from "../spread.ts";

/** Below the bench, where the peers are found. */
const directory = new URL("../generated/typecheck/", import.meta.url);

/** What a user writes: once, and as often as there are calls. */
interface Program {
  readonly head: string;
  readonly call: string;
}

const path = `{ groupId: "g", clusterName: "c" }`;
const body = `{ snapshotId: "s", exportBucketId: "b" }`;

const ours: Program = {
  head: `import { createAtlasClient, createBackupExportJob, serviceAccount } from "@atlas-snapshot-export/client";
const atlas = createAtlasClient({ auth: serviceAccount({ clientId: "i", clientSecret: "s" }) });`,
  call: `await createBackupExportJob(atlas, { groupId: "g", clusterName: "c", body: ${body} })`,
};

const peers: Record<string, Program> = {
  "bare-fetch": {
    head: "",
    call: `await (await fetch("u", { method: "POST", body: JSON.stringify(${body}) })).json()`,
  },
  "openapi-fetch": {
    head: `import createClient from "openapi-fetch";
import type { paths } from "../openapi-typescript/openapi.ts";
const client = createClient<paths>({ baseUrl: "u" });`,
    call: `await client.POST("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports", { params: { path: ${path} }, body: ${body} })`,
  },
  "hey-api": {
    head: `import { createBackupExportJob } from "../hey-api/dist/index.js";`,
    call: `await createBackupExportJob({ path: ${path}, body: ${body} })`,
  },
  orval: {
    head: `import { createBackupExportJob } from "../orval/dist/atlas.js";`,
    call: `await createBackupExportJob("g", "c", ${body}, {})`,
  },
  ky: { head: `import ky from "ky";`, call: `await ky.post("u", { json: ${body} }).json()` },
  axios: { head: `import axios from "axios";`, call: `await axios.post("u", ${body})` },
};

export const typecheck: Row = {
  name: "typecheck",
  measure: async () => [
    line("type check of one call", 1, { atMost: 1_000 }),
    line("type check of 50 calls", 50),
  ],
};

function line(title: string, calls: number, target?: Target): Line {
  const counted = Object.entries(peers).map(([name, program]) => [
    name,
    instantiations(name, program, calls),
  ]);
  return {
    title,
    unit: "instantiations",
    ours: instantiations("ours", ours, calls),
    ...(target && { target }),
    peers: Object.fromEntries(counted),
  };
}

/** What the compiler counts in a program of so many calls, and in nothing besides it. */
function instantiations(name: string, { head, call }: Program, calls: number): Spread {
  const statements = Array.from({ length: calls }, (_, index) => `export const job${index} = ${call};`);
  const project = new URL(`${name}-${calls}/`, directory);
  mkdirSync(project, { recursive: true });
  const source = [head, ...statements, ""].join("\n").replaceAll('"../', '"../../');
  writeFileSync(new URL("program.ts", project), source);
  writeFileSync(
    new URL("tsconfig.json", project),
    JSON.stringify({ compilerOptions, files: ["program.ts"] }),
  );
  const args = [bin("typescript", "tsc"), "--project", fileURLToPath(project), "--extendedDiagnostics"];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8" });
  return exactly(Number(/^Instantiations:\s+(\d+)/m.exec(printed)?.[1]));
}

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "NodeNext",
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
};
