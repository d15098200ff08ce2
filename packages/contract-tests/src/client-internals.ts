/**
 * Two made files of the client that its package does not export. They are read where what users see cannot tell:
 * which operations there are, and what becomes of a value once no check refuses it.
 */
interface ClientInternals {
  /** The exports of `operations.gen.js`. */
  readonly operationFunctions: readonly string[];
  /** `operations` of `definition.gen.js`: the very objects that the client works with. */
  readonly operations: readonly ClientOperation[];
}

interface ClientOperation {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, { check: (value: unknown) => boolean }>>;
}

const directory = new URL(".", import.meta.resolve("@atlas-snapshot-export/client"));

export async function readClientInternals(): Promise<ClientInternals> {
  const functions = await import(new URL("operations.gen.js", directory).href);
  const { operations } = await import(new URL("definition.gen.js", directory).href);
  return { operationFunctions: Object.keys(functions), operations };
}
