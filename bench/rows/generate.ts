import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin } from "../bin.ts";
import { writeDefinition } from "../definition/write.ts";
import { mapValues } from "../map-values.ts";
import { runProcess, type Usage } from "../process.ts";
import type { Line, Row, Target } from "../row.ts";
import { exactly, median, spreadOf } from "../spread.ts";

const bench = fileURLToPath(new URL("..", import.meta.url));
const made = `${bench}/generated/made`;
const own = fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url));
const ownBundle = fileURLToPath(new URL("../../spec/generated/openapi.json", import.meta.url));

export const generate: Row = {
  name: "generate",
  async measure() {
    const usages = takeTurns(own, ownBundle, 7);
    return [timeLine("pnpm generate, our definition", usages, { atMost: 1_000 })];
  },
};

const sizes = [25, 100, 300, 540];
const largest = 540;

export const generateMany: Row = {
  name: "generate-540",
  async measure() {
    const bySize = sizes.map((operations) => {
      const definition = writeDefinition(operations);
      return { operations, usages: takeTurns(definition, definition, 3) };
    });
    const lines = bySize.map(({ operations, usages }) =>
      operations === largest
        ? timeLine(title(operations), usages, { atMostTimes: 3, peer: "openapi-typescript" })
        : timeLine(title(operations), usages),
    );
    const peaks = bySize.at(-1)?.usages ?? {};
    return [...lines, memoryLine(`${title(largest)}, the most in memory`, peaks), growthLine(bySize)];
  },
};

const title = (operations: number): string => `pnpm generate, a definition of ${operations} operations`;

type Usages = Readonly<Record<string, readonly Usage[]>>;

/** Ours from what we write, the peers from the same as one file. */
function takeTurns(definition: string, bundle: string, rounds: number): Usages {
  const commands: Record<string, readonly string[]> = {
    ours: ["../tools/generate/src/main.ts", "--definition", definition, "--out", `${made}/ours`],
    "openapi-typescript": [bin("openapi-typescript"), bundle, "--output", `${made}/openapi-typescript.ts`],
    "hey-api": [
      bin("@hey-api/openapi-ts", "openapi-ts"),
      "--input",
      bundle,
      "--output",
      `${made}/hey-api`,
      "--silent",
    ],
    orval: [bin("orval"), "--input", bundle, "--output", `${made}/orval/atlas.ts`, "--client", "fetch"],
  };
  const usages: Record<string, Usage[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      rmSync(made, { recursive: true, force: true });
      usages[name] = [...(usages[name] ?? []), runProcess(command, bench)];
    }
  }
  return usages;
}

function timeLine(title: string, { ours = [], ...peers }: Usages, target?: Target): Line {
  return {
    title,
    unit: "ms",
    ours: spreadOf(ours.map(({ ms }) => ms)),
    ...(target && { target }),
    peers: mapValues(peers, (usages) => spreadOf(usages.map(({ ms }) => ms))),
  };
}

function memoryLine(title: string, { ours = [], ...peers }: Usages): Line {
  return {
    title,
    unit: "MB",
    ours: spreadOf(ours.map(({ peakMb }) => peakMb)),
    target: { atMost: 1_000 },
    peers: mapValues(peers, (usages) => spreadOf(usages.map(({ peakMb }) => peakMb))),
  };
}

/** Linear is 1. */
function growthLine(bySize: readonly { operations: number; usages: Usages }[]): Line {
  const [, small, middle, large] = bySize;
  const growth = (name: string): number => {
    const at = (size: typeof small): number => median((size?.usages[name] ?? []).map(({ ms }) => ms));
    const each = (from: typeof small, to: typeof small): number =>
      (at(to) - at(from)) / ((to?.operations ?? 0) - (from?.operations ?? 0));
    return each(middle, large) / each(small, middle);
  };
  const { ours: _, ...peers } = small?.usages ?? {};
  return {
    title: "pnpm generate, what an operation costs from 300 to 540, ÷ from 100 to 300",
    unit: "× ",
    ours: exactly(growth("ours")),
    target: { atMost: 1.25 },
    peers: mapValues(peers, (_, name) => exactly(growth(name))),
  };
}
