import { DefinitionError } from "./definition.ts";

/**
 * The client's index exports all that is made with `export *`, which gives way without a word to an export by name:
 * whoever asks for the operation or the type of that name would get the other.
 *
 * @param made files whose exports the index passes on
 * @throws {DefinitionError} when an export by name hides one of them
 */
export function refuseHidden(index: string, ...made: string[]): void {
  const byName = new Set(
    [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) => namesIn(list)),
  );
  const exported = made.flatMap((code) => [...code.matchAll(/^export (?:function|interface|type) (\w+)/gm)]);
  const hidden = exported.map(([, name = ""]) => name).filter((name) => byName.has(name));
  if (hidden.length === 0) return;
  throw new DefinitionError(
    `packages/client/src/index.ts exports something else as ${hidden.join(", ")}: give the operation or the schema another name`,
  );
}

/** `apiKey, type Clock, a as b` → apiKey, Clock, b. */
function namesIn(list: string): string[] {
  return list.split(",").flatMap((entry) => entry.trim().split(/\s+/).at(-1) || []);
}
