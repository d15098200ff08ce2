import type * as client from "@atlas-snapshot-export/client";

/**
 * The client as it is before it is built into one file, with what its package does not export. It is read where what
 * users see cannot tell: which operations there are, and what becomes of a value once no check refuses it.
 */
interface ClientInternals {
  /** The exports of `operations.gen.ts`. */
  readonly operationFunctions: readonly string[];
  /** `operations` of `definition.gen.ts`: the very objects that `client` works with. */
  readonly operations: readonly ClientOperation[];
  readonly client: typeof client;
}

interface ClientOperation {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, { check: (value: unknown) => void }>>;
}

const directory = new URL("../src/", import.meta.resolve("@atlas-snapshot-export/client"));

export async function readClientInternals(): Promise<ClientInternals> {
  const functions = await import(new URL("operations.gen.ts", directory).href);
  const { operations } = await import(new URL("definition.gen.ts", directory).href);
  const client = await import(new URL("index.ts", directory).href);
  return { operationFunctions: Object.keys(functions), operations, client };
}
