import { escapeControls } from "./plain-text.ts";

/** What is shorter is no secret, and would take half of every text with it. */
const leastLength = 6;

/** A text as it is printed with every known secret taken out of it, in each form in which one can get into a text. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= leastLength)
    .flatMap(formsOf)
    .reduce((left, form) => left.replaceAll(form, "[secret]"), text);
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([
      escapeControls(secret),
      escapeControls(json),
      encodeURIComponent(secret),
      ...inBase64(secret),
    ]),
  ];
}

/** In base64, at each of its three places in a longer text; what the neighbours decide of it is cut off. */
function inBase64(secret: string): string[] {
  return ["", "-", "--"]
    .map((before) => Buffer.from(before + secret).toString("base64"))
    .map((text, place) => text.slice(place === 0 ? 0 : place + 1, -4))
    .filter((text) => text.length >= 8);
}
