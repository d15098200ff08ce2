/** A README, and whose it is. */
export interface Readme {
  of: string;
  text: string;
}

/** One block of code in a README, as a program of its own. */
export interface Program {
  /** Such as `client-1.ts` for the first of the client's. */
  file: string;
  /** The block as it stands there, behind the imports of the blocks before it. */
  text: string;
}

/** The programs of a README. A reader types them one after the other, so what one has imported is there in the next. */
export function programsIn({ of, text }: Readme): Program[] {
  const imports = new Map<string, string>();
  return blocks(text, "ts").map((block, index) => {
    const own = importsOf(block);
    const earlier = [...imports].filter(([name]) => !own.has(name)).map(([, statement]) => statement);
    for (const [name, statement] of own) imports.set(name, statement);
    return { file: `${of}-${index + 1}.ts`, text: [...earlier, block].join("\n") };
  });
}

/** The packages that a README tells to install. */
export function installsIn({ text }: Readme): string[] {
  const lines = blocks(text, "sh").flatMap((block) => block.split("\n"));
  return lines
    .filter((line) => line.startsWith("npm install"))
    .flatMap((line) => line.split(/\s+/).slice(2))
    .filter((word) => !word.startsWith("-"));
}

function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code = ""]) => code);
}

/** Each name that a block imports, with a statement that imports it alone. */
function importsOf(block: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, type = "", names = "", from] of block.matchAll(
    /^import (type )?\{([^}]*)\} from (".*");$/gm,
  )) {
    for (const name of names
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean)) {
      found.set(name, `import ${type}{ ${name} } from ${from};`);
    }
  }
  return found;
}
