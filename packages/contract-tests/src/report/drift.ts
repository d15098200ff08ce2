import { readFile } from "node:fs/promises";

/** How much of what was changed on purpose somebody noticed: the content of `reports/drift/drift.json`. */
export interface Drift {
  readonly mutations: readonly Mutation[];
  readonly score: number;
}

export interface Mutation {
  readonly id: string;
  readonly kind: string;
  readonly operator: string;
  readonly place: string;
  readonly operationId?: string;
  /** Whether `pnpm generate` had followed it. */
  readonly generated: boolean;
  readonly caughtBy?: string;
  readonly seconds: number;
  readonly message?: string;
  readonly outcome: "caught" | "survived" | "equivalent";
  readonly reason?: string;
}

/** `undefined` where the drift was not measured, or is being written just now. */
export async function readDrift(file: URL): Promise<Drift | undefined> {
  try {
    const drift = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(drift?.mutations) ? drift : undefined;
  } catch {
    return undefined;
  }
}

export interface DriftCounts {
  readonly kind: string;
  readonly asWanted: number;
  readonly otherwise: number;
  readonly equivalent: number;
}

/** The mutations counted by what was changed. */
export function driftByKind({ mutations }: Drift): DriftCounts[] {
  return [...Map.groupBy(mutations, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    asWanted: own.filter(isAsWanted).length,
    otherwise: own.filter(isOtherwise).length,
    equivalent: own.filter(({ outcome }) => outcome === "equivalent").length,
  }));
}

/** A change is to be noticed, and a harmless one is not. */
export function isAsWanted({ kind, outcome }: Mutation): boolean {
  return outcome === (kind === "harmless" ? "survived" : "caught");
}

export function isOtherwise(mutation: Mutation): boolean {
  return mutation.outcome !== "equivalent" && !isAsWanted(mutation);
}
