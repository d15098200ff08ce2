import ts from "typescript";

/** A page as typedoc's Markdown plugin writes it, its types in a form that can be read. */
export function tidy(markdown: string): string {
  return markdown
    .replaceAll(
      /^```ts\n((?:type |\{)[\s\S]*?)\n```$/gm,
      (_, code: string) => `\`\`\`ts\n${printed(code)}\n\`\`\``,
    )
    .replaceAll(/^#+ Type Literal\n\n/gm, "")
    .replaceAll(/^\|.*\|$/gm, tidyRow);
}

/** The first of the alternatives needs no bar before it, and a description that is not there no dash. */
function tidyRow(row: string): string {
  return row.replaceAll("| \\| ", "| ").replaceAll(/\| - (?=\|)/g, "| ");
}

/** A type as the compiler prints it, indented by two. */
function printed(code: string): string {
  // A bare object type is no statement.
  const name = "type _ = ";
  const isBare = code.startsWith("{");
  const source = ts.createSourceFile("page.ts", isBare ? name + code : code, ts.ScriptTarget.Latest);
  const text = ts.createPrinter().printFile(source).trim();
  const indented = text.replaceAll(/^ +/gm, (spaces) => " ".repeat(spaces.length / 2));
  return isBare ? indented.slice(name.length).replace(/;$/, "") : indented;
}
