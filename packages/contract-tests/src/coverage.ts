/** What there is of one operation to exercise. */
export interface Tally {
  readonly statuses: Set<string>;
  readonly examples: Set<string>;
  readonly constraints: Set<string>;
  readonly parameters: Set<string>;
  /** Security schemes by their names. */
  readonly credentials: Set<string>;
}

export type Kind = keyof Tally;

/** Items of one operation, by kind. */
export type Items = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** Tallies by operation. */
export interface Coverage {
  readonly operationIds: readonly string[];
  /** Begins an empty tally for an operation that has none. */
  of(operationId: string): Tally;
}

export const KINDS: readonly Kind[] = ["statuses", "examples", "constraints", "parameters", "credentials"];

export function createCoverage(): Coverage {
  const tallies = new Map<string, Tally>();
  return {
    get operationIds() {
      return [...tallies.keys()];
    },
    of(operationId) {
      const tally = tallies.get(operationId) ?? emptyTally();
      tallies.set(operationId, tally);
      return tally;
    },
  };
}

/** Counts items in. */
export function count(coverage: Coverage, operationId: string, items: Items): void {
  const tally = coverage.of(operationId);
  for (const kind of KINDS) for (const item of items[kind] ?? []) tally[kind].add(item);
}

/**
 * A line for each thing that is declared and was neither exercised nor skipped for a reason, and for each that was
 * exercised and is not declared.
 */
export function gaps(declared: Coverage, exercised: Coverage, skipped: Coverage): string[] {
  return [
    ...missingFrom([exercised, skipped], declared).map(
      (gap) => `${gap} is declared, but no case exercised it`,
    ),
    ...missingFrom([declared], exercised).map((gap) => `${gap} was exercised, but is not declared`),
  ];
}

/** `9/9` for each operation and kind, in columns. */
export function coverageTable(declared: Coverage, exercised: Coverage): string {
  const rows = declared.operationIds.map((operationId) => [
    operationId,
    ...KINDS.map((kind) => `${exercised.of(operationId)[kind].size}/${declared.of(operationId)[kind].size}`),
  ]);
  const table = [["operation", ...KINDS], ...rows];
  const widths = ["operation", ...KINDS].map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

function missingFrom(some: readonly Coverage[], all: Coverage): string[] {
  return all.operationIds.flatMap((operationId) =>
    KINDS.flatMap((kind) =>
      [...all.of(operationId)[kind]]
        .filter((item) => !some.some((coverage) => coverage.of(operationId)[kind].has(item)))
        .map((item) => `${operationId} › ${SINGULAR[kind]} ${item}`),
    ),
  );
}

const SINGULAR: Readonly<Record<Kind, string>> = {
  statuses: "status",
  examples: "example",
  constraints: "constraint",
  parameters: "parameter",
  credentials: "credential",
};

function emptyTally(): Tally {
  return {
    statuses: new Set(),
    examples: new Set(),
    constraints: new Set(),
    parameters: new Set(),
    credentials: new Set(),
  };
}
