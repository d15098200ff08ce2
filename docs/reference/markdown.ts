/** A page of the site: where it lies below the content, and its Markdown. */
export interface Page {
  file: string;
  markdown: string;
}

export interface Frontmatter {
  title: string;
  description: string;
  sidebar?: { label?: string; order?: number };
}

/** The page's Markdown, with what the site generator wants to know on top. JSON is YAML, too. */
export function page(file: string, frontmatter: Frontmatter, ...blocks: (string | undefined)[]): Page {
  const fields = Object.entries({ ...frontmatter, editUrl: false });
  const head = fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("\n");
  return { file, markdown: `---\n${head}\n---\n\n${blocks.filter(Boolean).join("\n\n")}\n` };
}

/** One line of a table. */
export function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")).join(" | ")} |`;
}

export function table(headings: string[], rows: string[]): string {
  return [row(...headings), row(...headings.map(() => "---")), ...rows].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function codeBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

export function json(value: unknown): string {
  return codeBlock("json", JSON.stringify(value, null, 2));
}

/** What is there for whoever opens it, so that the page stays short. The summary is text with `code` in it. */
export function disclosure(summary: string, content: string): string {
  const html = summary
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/`([^`]+)`/g, "<code>$1</code>");
  return `<details>\n<summary>${html}</summary>\n\n${content}\n\n</details>`;
}
