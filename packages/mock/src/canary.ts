/** A JSON Schema, as far as it is looked at here. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema around the ones to prove, and a value that breaks it. */
export interface Canary {
  readonly schema: Schema;
  readonly value: object;
}

/** The side of an operation that a schema is on; Prism validates the two apart. */
export type Side = "request" | "responses";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly request?: object;
  readonly responses: object;
}

interface Found {
  readonly schema: Schema;
  readonly place: string;
}

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * A 3.1 definition has to name its dialect: without a name Prism reads its schemas as draft-07, and with OpenAPI's own
 * it validates nothing.
 */
export function requireDialect(document: object): void {
  const { openapi, jsonSchemaDialect } = document as { openapi?: unknown; jsonSchemaDialect?: unknown };
  if (!String(openapi).startsWith("3.1") || jsonSchemaDialect === DIALECT) return;
  throw new Error(
    `The definition's jsonSchemaDialect is ${jsonSchemaDialect ?? "missing"}; Prism validates only with ${DIALECT}.`,
  );
}

/**
 * Proves that every schema of the definition is validated. Where one cannot be compiled, Prism skips the validation of
 * the whole body without a word: then it lets the canary live too.
 *
 * @param refuses - Whether Prism refuses the canary's value as a request, or as an answer, of an operation.
 */
export async function requireLiveValidation<Resource extends Operation>(
  resources: readonly Resource[],
  refuses: (canary: Canary, side: Side, resource: Resource) => Promise<boolean>,
): Promise<void> {
  const proved = new Set<string>();
  const isNew = ({ schema }: Found): boolean => proved.size < proved.add(JSON.stringify(schema)).size;
  for (const resource of resources) {
    for (const side of ["request", "responses"] as const) {
      const found = [...schemasIn(resource[side], [side])].filter(isNew);
      const dead = await firstDead(found, (canary) => refuses(canary, side, resource));
      if (dead === undefined) continue;
      throw new Error(
        `Prism cannot compile a schema of ${resource.method.toUpperCase()} ${resource.path} (${dead}) and would not ` +
          "validate what it describes. Look for a misspelt type or a pattern that is no regular expression.",
      );
    }
  }
}

/** Asks for all at once first: compiling is what takes the time at start. */
async function firstDead(
  found: readonly Found[],
  refuses: (canary: Canary) => Promise<boolean>,
): Promise<string | undefined> {
  if (found.length === 0 || (await refuses(canaryBeside(found)))) return undefined;
  for (const one of found) {
    if (!(await refuses(canaryBeside([one])))) return one.place;
  }
  return found.map(({ place }) => place).join(", ");
}

function canaryBeside(found: readonly Found[]): Canary {
  const subjects = found.map(({ schema }, index) => [`subject${index}`, schema]);
  const { $schema = DIALECT } = found[0]?.schema ?? {};
  return {
    schema: {
      $schema,
      type: "object",
      properties: { ...Object.fromEntries(subjects), canary: { const: "alive" } },
    },
    value: { canary: "dead" },
  };
}

/** Every `schema` below a node, with the names on the way to it. */
function* schemasIn(node: unknown, place: readonly string[] = []): Generator<Found> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "schema") yield { schema: value, place: place.join(" ") };
    else if (!NOT_SEARCHED.has(key)) yield* schemasIn(value, [...place, nameOf(key, value)]);
  }
}

const NOT_SEARCHED = new Set(["examples", "extensions", "__bundled__"]);

/** An item of a list goes by what tells it apart: a status, a media type or a parameter's name. */
function nameOf(key: string, value: unknown): string {
  const { code, mediaType, name } = Object(value) as { code?: string; mediaType?: string; name?: string };
  return code ?? mediaType ?? name ?? key;
}
