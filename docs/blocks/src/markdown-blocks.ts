import MarkdownIt from "markdown-it";

/** A block of TypeScript in a Markdown file. */
export interface Block {
  file: string;
  /** The line of its first line of code, from 1. */
  line: number;
  code: string;
  /** What comes before it and is not shown. */
  prelude: string;
  /** Or only compiled. */
  isRun: boolean;
}

const markdown = new MarkdownIt({ html: true });

/**
 * The TypeScript blocks of a Markdown file.
 *
 * A block may use the names of `context.ts`. What else it needs stands before it in a comment, which no reader sees:
 * `<!-- prelude … -->`.
 */
export function blocksOf(file: string, text: string): Block[] {
  const blocks: Block[] = [];
  let prelude = "";
  for (const { type, info, content, map } of markdown.parse(text, {})) {
    if (type === "html_block") prelude = preludeOf(content) ?? prelude;
    const [language] = info.split(/\s+/);
    if (type !== "fence" || language !== "ts") continue;
    // A fence has a map, as every block has; the code begins a line below it.
    blocks.push({ file, line: (map?.[0] ?? 0) + 2, code: content, prelude, isRun: true });
    prelude = "";
  }
  return blocks;
}

/** The blocks of shell commands that are marked `run`. */
export function commandsOf(file: string, text: string): Pick<Block, "file" | "line" | "code">[] {
  return markdown.parse(text, {}).flatMap(({ type, info, content, map }) => {
    const [language, ...words] = info.split(/\s+/);
    if (type !== "fence" || language !== "sh" || !words.includes("run")) return [];
    return [{ file, line: (map?.[0] ?? 0) + 2, code: content }];
  });
}

function preludeOf(html: string): string | undefined {
  return /^<!-- prelude\n(.*?)-->/s.exec(html)?.[1];
}
