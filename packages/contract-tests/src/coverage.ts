/** What there is of one operation to exercise. */
export interface Tally {
  readonly statuses: Set<string>;
  readonly examples: Set<string>;
  readonly constraints: Set<string>;
  readonly parameters: Set<string>;
}

/** Tallies by operation. */
export interface Coverage {
  readonly operationIds: readonly string[];
  /** Begins an empty tally for an operation that has none. */
  of(operationId: string): Tally;
}

const KINDS = ["statuses", "examples", "constraints", "parameters"] as const;

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

/** A line for each thing that is declared and was not exercised, or the other way round. */
export function gaps(declared: Coverage, exercised: Coverage): string[] {
  return [
    ...missingFrom(exercised, declared).map((gap) => `${gap} is declared, but no case exercised it`),
    ...missingFrom(declared, exercised).map((gap) => `${gap} was exercised, but is not declared`),
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

function missingFrom(some: Coverage, all: Coverage): string[] {
  return all.operationIds.flatMap((operationId) =>
    KINDS.flatMap((kind) =>
      [...all.of(operationId)[kind]]
        .filter((item) => !some.of(operationId)[kind].has(item))
        .map((item) => `${operationId} › ${SINGULAR[kind]} ${item}`),
    ),
  );
}

const SINGULAR = {
  statuses: "status",
  examples: "example",
  constraints: "constraint",
  parameters: "parameter",
};

function emptyTally(): Tally {
  return { statuses: new Set(), examples: new Set(), constraints: new Set(), parameters: new Set() };
}
