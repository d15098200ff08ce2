import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Batch, Plan } from "../calls/plan.ts";
import type { Line, Row, Target } from "../row.ts";
import { median, type Spread, spreadOf } from "../spread.ts";

const floor = "bare-fetch";
const peers = ["openapi-fetch", "hey-api", "orval", "ky", "axios-fetch"];
/** Nobody ships these: they show what the machine leaves room for. */
const yardsticks = ["fetch-timeout", "openapi-fetch-light"];

/** axios has two ways of its own to send: over HTTP, both are measured. */
const loopback: Omit<Plan, "inFlight"> = {
  clients: ["ours", floor, ...peers, "axios", ...yardsticks],
  overHttp: true,
  calls: 400,
  warmUpCalls: 10_000,
  rounds: 12,
};

const stubbed: Plan = {
  clients: ["ours", floor, ...peers, ...yardsticks],
  overHttp: false,
  inFlight: 1,
  calls: 2_000,
  warmUpCalls: 10_000,
  rounds: 15,
};

const processes = 4;

export const loopbackOne: Row = {
  name: "loopback-1",
  measure: async () => [
    ratios("one create over loopback HTTP, one at a time", measure({ ...loopback, inFlight: 1 }), {
      atMost: 1.1,
    }),
  ],
};

export const loopbackMany: Row = {
  name: "loopback-64",
  measure: async () => [
    ratios(
      "one create over loopback HTTP, 64 in flight",
      measure({ ...loopback, inFlight: 64, calls: 1_280 }),
      {
        atMost: 1.1,
      },
    ),
  ],
};

export const stub: Row = {
  name: "stub",
  measure: async () => {
    const measured = measure(stubbed);
    return [
      ratios("one create against a stubbed fetch", measured, { atMost: 1.8 }),
      addedCpu("CPU that a call adds to bare fetch, no network", measured, { atMost: 6 }),
    ];
  },
};

type Measured = Readonly<Record<string, readonly Batch[]>>;

/** One process after the other: how fast a process becomes differs from one to the next. */
function measure(plan: Plan): Measured[] {
  const script = fileURLToPath(new URL("../calls/measure.ts", import.meta.url));
  const run = () =>
    execFileSync(process.execPath, [script, JSON.stringify(plan)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 2 ** 26,
    });
  return Array.from({ length: processes }, () => JSON.parse(run()));
}

function ratios(title: string, measured: readonly Measured[], target: Target): Line {
  const ratioOf = (client: string) =>
    overProcesses(measured, client, (batch, floorBatch) => batch.us / floorBatch.us);
  const floorUs = median(measured.flatMap((batches) => (batches[floor] ?? []).map(({ us }) => us)));
  return {
    title,
    unit: "× bare fetch",
    detail: `bare fetch ${floorUs.toFixed(1)} µs`,
    ...lineOf(measured, ratioOf),
    target,
  };
}

function addedCpu(title: string, measured: readonly Measured[], target: Target): Line {
  const addedBy = (client: string) =>
    overProcesses(measured, client, (batch, floorBatch) => batch.cpuUs - floorBatch.cpuUs);
  return { title, unit: "µs", ...lineOf(measured, addedBy), target };
}

function lineOf(
  measured: readonly Measured[],
  figureOf: (client: string) => Spread,
): Pick<Line, "ours" | "peers"> {
  const others = Object.keys(measured[0] ?? {}).filter((client) => client !== "ours" && client !== floor);
  return {
    ours: figureOf("ours"),
    peers: Object.fromEntries(others.map((client) => [client, figureOf(client)])),
  };
}

/** The middle round of each process, and how that differs between processes. */
function overProcesses(
  measured: readonly Measured[],
  client: string,
  compare: (batch: Batch, floorBatch: Batch) => number,
): Spread {
  return spreadOf(
    measured.map(({ [client]: batches = [], [floor]: floorBatches = [] }) =>
      median(batches.map((batch, round) => compare(batch, floorBatches[round] ?? { us: NaN, cpuUs: NaN }))),
    ),
  );
}
