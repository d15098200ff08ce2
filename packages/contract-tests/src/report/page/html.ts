/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | false | readonly Part[];

/**
 * A template whose values are escaped, unless they are templates themselves; a list is joined, and `undefined` and
 * `false` are nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.reduce((all, text, index) => all + written(values[index - 1]) + text) };
}

/** HTML from elsewhere, such as a style sheet. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "html" in part ? part.html : part.map(written).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
