/** The UTF-8 bytes of a text, a character for each, as `btoa` takes them. */
export function utf8(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}
