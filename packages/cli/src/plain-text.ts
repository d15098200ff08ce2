/** Characters that steer a terminal, end a line, or change the direction of what follows. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** The text with its control characters visible, such as `\u001b`: inside a JSON string it stays the same text. */
export function escapeControls(text: string): string {
  return text.replaceAll(controls, (control) => {
    const codePoint = control.codePointAt(0) ?? 0;
    return `\\u${codePoint.toString(16).padStart(4, "0")}`;
  });
}

/** Any value as one line of text, without control characters; a line break becomes a space. */
export function plainText(value: unknown): string {
  return escapeControls(textOf(value).trim().replaceAll(lineBreaks, " "));
}

/** What came as JSON and is not a text stays JSON: `String` fails at an object that has a `toString` of its own. */
function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
