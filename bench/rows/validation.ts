import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Row } from "../row.ts";
import { spreadOf } from "../spread.ts";

const script = fileURLToPath(new URL("../validation/measure.ts", import.meta.url));

export const validation: Row = {
  name: "validation",
  async measure() {
    const printed = execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" });
    const ns: Record<string, number[]> = JSON.parse(printed);
    const { ours = [], ...peers } = ns;
    return [
      {
        title: "request validation, path parameters and body",
        unit: "ns",
        ours: spreadOf(ours),
        target: { atMost: 250 },
        peers: Object.fromEntries(Object.entries(peers).map(([name, values]) => [name, spreadOf(values)])),
      },
    ];
  },
};
