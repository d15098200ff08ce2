import type { Block } from "./markdown-blocks.ts";

/** Which names come from which module, as an import lists them: `open`, `type Door`, `default as doors`. */
export type Exports = Readonly<Record<string, readonly string[]>>;

/**
 * The examples in the doc comments of a file. They import nothing, for whoever reads them has just found the function;
 * the imports that they need become their prelude.
 *
 * @param placeholders names that stand for the reader's own code: an example with one of them is compiled only
 */
export function examplesOf(
  file: string,
  text: string,
  from: Exports,
  placeholders: readonly string[],
): Block[] {
  return [...text.matchAll(/^ *\/\*\*.*?\*\//gms)].flatMap((comment) =>
    [...comment[0].matchAll(/^ *\* @example\n(.*?)(?=^ *\* *(?:@|$)|^ *\*\/)/gms)].map(
      ([example, body = ""]) => {
        const code = body.replaceAll(/^ *\* ?/gm, "");
        const start = comment.index + comment[0].indexOf(example);
        const line = text.slice(0, start).split("\n").length + 1;
        const isRun = !placeholders.some((name) => uses(code, name));
        return { file, line, code, prelude: importsFor(code, from), isRun };
      },
    ),
  );
}

function importsFor(code: string, from: Exports): string {
  const lines = Object.entries(from).map(([module, names]) => {
    const used = names.filter((name) => {
      const [word = name] = name.split(" ").slice(-1);
      return uses(code, word) && !declares(code, word);
    });
    return used.length > 0 ? `import { ${used.join(", ")} } from "${module}";\n` : "";
  });
  return lines.join("");
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}\\b`).test(code);
}

function declares(code: string, name: string): boolean {
  return new RegExp(`\\b(?:const|let|type|interface) ${name}\\b`).test(code);
}
