/** What a made file says of itself. */
export function madeFrom(...sources: string[]): string {
  return `Made from ${sources.join(" and ")} by \`pnpm generate\`. Do not edit.`;
}

/** The line that a source file begins with that is made from the definition alone. */
export const header: string = `// ${madeFrom("spec/openapi.yaml")}`;

/** `createBackupExportJob` → `CreateBackupExportJob`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A property's name as source text: quoted only where it has to be. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Text as a doc comment at the given indentation. */
export function docComment(text: string, indent = ""): string {
  const lines = text.trim().replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...body, `${indent} */`].join("\n");
}

/** An import of types, one name a line. */
export function printTypeImport(names: string[], from: string): string {
  return `import type {\n${names.map((name) => `  ${name},`).join("\n")}\n} from "${from}";`;
}

/** Name → expression as an object, one property a line. */
export function objectLiteral(entries: (readonly [name: string, expression: string])[]): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map(([name, expression]) => `${propertyKey(name)}: ${expression},`);
  return `{\n${indent(lines.join("\n"))}\n}`;
}

/** A call that a bundler may leave out when nobody uses what it makes; one argument a line where it gets long. */
export function pureCall(name: string, ...args: string[]): string {
  const inOneLine = `/* @__PURE__ */ ${name}(${args.join(", ")})`;
  if (inOneLine.length < 100 || args.length < 2) return inOneLine;
  return `/* @__PURE__ */ ${name}(\n${indent(args.map((arg) => `${arg},`).join("\n"))}\n)`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
