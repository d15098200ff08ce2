import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin } from "../bin.ts";
import { mapValues } from "../map-values.ts";
import { runProcess } from "../process.ts";
import type { Row } from "../row.ts";
import { exactly, type Spread } from "../spread.ts";
import { workspaceOf } from "../workspace.ts";

const generated = fileURLToPath(new URL("../generated", import.meta.url));
/** Below the bench, where the peers are found. */
const programs = `${generated}/typecheck`;

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
import type { paths } from "../../../openapi-typescript/openapi.ts";
const client = createClient<paths>({ baseUrl: "u" });`,
    call: `await client.POST("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports", { params: { path: ${path} }, body: ${body} })`,
  },
  "hey-api": {
    head: `import { createBackupExportJob } from "../../../hey-api/dist/index.js";`,
    call: `await createBackupExportJob({ path: ${path}, body: ${body} })`,
  },
  orval: {
    head: `import { createBackupExportJob } from "../../../orval/dist/atlas.js";`,
    call: `await createBackupExportJob("g", "c", ${body}, {})`,
  },
  ky: { head: `import ky from "ky";`, call: `await ky.post("u", { json: ${body} }).json()` },
  axios: { head: `import axios from "axios";`, call: `await axios.post("u", ${body})` },
};

export const typecheck: Row = {
  name: "typecheck",
  async measure() {
    const oneOf = mapValues(peers, (program, name) => instantiations(`${programs}/${name}`, program, 1));
    const fiftyOf = mapValues(peers, (program, name) => instantiations(`${programs}/${name}`, program, 50));
    return [
      {
        title: "type check of one call",
        unit: "instantiations",
        ours: instantiations(`${programs}/ours`, ours, 1),
        target: { atMost: 1_000 },
        peers: oneOf,
      },
      {
        title: "type check of 50 calls",
        unit: "instantiations",
        ours: instantiations(`${programs}/ours`, ours, 50),
        peers: fiftyOf,
      },
    ];
  },
};

/** The peer whose types are generic over all paths; those of the others are one by one, and do not grow. */
const grows = "openapi-fetch";

export const typecheckMany: Row = {
  name: "typecheck-540",
  async measure() {
    const { workspace, definition } = workspaceOf(540);
    const ourPrograms = `${workspace}/packages/contract-tests/typecheck`;
    const peerPrograms = `${generated}/typecheck-540`;
    const types = `${peerPrograms}/openapi-typescript/openapi.ts`;
    runProcess([bin("openapi-typescript"), definition, "--output", types], generated);
    return [1, 50].map((calls) => ({
      title: `type check of ${calls === 1 ? "one call" : `${calls} calls`}, a definition of 540 operations`,
      unit: "instantiations",
      ours: instantiations(ourPrograms, ours, calls),
      ...(calls === 1 && { target: { atMost: 1_000 } }),
      peers: {
        [grows]: instantiations(`${peerPrograms}/programs/openapi-fetch`, peers[grows] as Program, calls),
      },
    }));
  },
};

/** What the compiler counts in a program of so many calls, and in nothing besides it. */
function instantiations(directory: string, { head, call }: Program, calls: number): Spread {
  const statements = Array.from({ length: calls }, (_, index) => `export const job${index} = ${call};`);
  const project = `${directory}/${calls}`;
  mkdirSync(project, { recursive: true });
  writeFileSync(`${project}/program.ts`, [head, ...statements, ""].join("\n"));
  writeFileSync(`${project}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  const args = [bin("typescript", "tsc"), "--project", project, "--extendedDiagnostics"];
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
