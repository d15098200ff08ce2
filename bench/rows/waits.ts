import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Row } from "../row.ts";
import { spreadOf } from "../spread.ts";
import type { Waiting } from "../waits/measure.ts";

const script = fileURLToPath(new URL("../waits/measure.ts", import.meta.url));

export const waits: Row = {
  name: "waits",
  async measure() {
    const runs = Array.from({ length: 3 }, (): Waiting => {
      const printed = execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" });
      return JSON.parse(printed);
    });
    return [
      {
        title: "10,000 waits at once, heap of each",
        unit: "B",
        ours: spreadOf(runs.map(({ bytesEach }) => bytesEach)),
        target: { atMost: 4_000 },
      },
      {
        title: "10,000 waits at once, sockets while they are idle",
        unit: "sockets",
        ours: spreadOf(runs.map(({ sockets }) => sockets)),
        target: { atMost: 0 },
      },
    ];
  },
};
