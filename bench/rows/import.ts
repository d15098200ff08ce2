import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Row } from "../row.ts";
import { median, type Spread, spreadOf } from "../spread.ts";

const directory = fileURLToPath(new URL("..", import.meta.url));
const bare = "bare node";

/** What each process imports before it ends. */
const imports: Record<string, string> = {
  [bare]: "",
  ours: 'import "@atlas-snapshot-export/client"',
  "openapi-fetch": 'import "openapi-fetch"',
  "hey-api": 'import "./generated/hey-api/dist/index.js"',
  orval: 'import "./generated/orval/dist/atlas.js"',
  ky: 'import "ky"',
  axios: 'import "axios"',
};

const rounds = 60;

export const importTime: Row = {
  name: "import",
  async measure() {
    const names = Object.keys(imports);
    const ms = new Map(names.map((name) => [name, [] as number[]]));
    for (let round = -2; round < rounds; round += 1) {
      for (const name of names) {
        const took = timeProcess(imports[name] ?? "");
        // The first two rounds read the files into memory.
        if (round >= 0) ms.get(name)?.push(took);
      }
    }
    const { ours, ...peers } = addedTo(bare, ms);
    return [
      {
        title: "import of the client, process time less that of bare node",
        unit: "ms",
        detail: `bare node ${median(ms.get(bare) ?? []).toFixed(1)} ms`,
        ours: ours as Spread,
        target: { atMostTimes: 1.3, peer: "openapi-fetch" },
        peers,
      },
    ];
  },
};

function timeProcess(source: string): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: directory,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${source} failed:\n${stderr}`);
  return performance.now() - begun;
}

/** The difference within each round: what the machine is busy with weighs on both alike. */
function addedTo(name: string, ms: ReadonlyMap<string, readonly number[]>): Record<string, Spread> {
  const less = ms.get(name) ?? [];
  const others = [...ms].filter(([other]) => other !== name);
  return Object.fromEntries(
    others.map(([other, values]) => [
      other,
      spreadOf(values.map((value, round) => value - (less[round] ?? Number.NaN))),
    ]),
  );
}
