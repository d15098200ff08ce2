import { runProcess } from "../process.ts";
import type { Row } from "../row.ts";
import { exactly } from "../spread.ts";
import { workspaceOf } from "../workspace.ts";

export const contract: Row = {
  name: "contract-540",
  async measure() {
    const [small, large] = [contractRun(100), contractRun(540)];
    const kbEach = (1024 * (large.peakMb - small.peakMb)) / (large.cases - small.cases);
    return [
      {
        title: "contract run, a definition of 540 operations",
        unit: "cases a second",
        detail: `${large.cases} cases; with 100 operations ${Math.round(small.cases / small.seconds)} a second`,
        ours: exactly(large.cases / large.seconds),
        target: { atLeast: 200 },
      },
      {
        title: "contract run, what a case adds to the most in memory",
        unit: "kB",
        detail: `${Math.round(small.peakMb)} MB for ${small.cases} cases, ${Math.round(large.peakMb)} MB for ${large.cases}`,
        ours: exactly(kbEach),
      },
    ];
  },
};

/** What `pnpm test:contract` takes, from its start to its report. */
function contractRun(operations: number): { cases: number; seconds: number; peakMb: number } {
  const { workspace } = workspaceOf(operations);
  const main = `${workspace}/packages/contract-tests/src/main.ts`;
  const { stdout, ms, peakMb } = runProcess([main, "--report", `${workspace}/report`], workspace, {
    NO_COLOR: "1",
  });
  const [, cases] = /^\s*Tests\s+(\d+) passed/m.exec(stdout) ?? [];
  return { cases: Number(cases), seconds: ms / 1000, peakMb };
}
