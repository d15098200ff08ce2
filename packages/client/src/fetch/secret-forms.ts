import { utf8 } from "../utf8.ts";

/** Returns a text without the secrets. */
export type Hide = (text: string) => string;

/** A shorter text is not a secret, and would be found in many words. */
const leastLength = 8;

/** Makes a `Hide` of secrets, and keeps the last one: many calls in a row have the same secrets. */
export function hiding(): (secrets: readonly unknown[]) => Hide {
  let last: readonly unknown[] = [];
  let hide: Hide = (text) => text;
  return (secrets) => {
    if (secrets.length !== last.length || secrets.some((secret, index) => secret !== last[index])) {
      last = secrets;
      hide = hideAll(secrets);
    }
    return hide;
  };
}

function hideAll(secrets: readonly unknown[]): Hide {
  const forms = [...new Set(secrets.flatMap((secret) => (typeof secret === "string" ? formsOf(secret) : [])))]
    .filter(({ length }) => length >= leastLength)
    // One secret can be part of another.
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((left, form) => left.replaceAll(form, "[secret]"), text);
}

/** A secret as it is, in JSON, in a URL and in base64. */
function formsOf(secret: string): string[] {
  const bytes = utf8(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const url = percentEncoded(bytes);
  return [
    ...[secret, json, json.replaceAll("/", "\\/"), asciiJson(json)],
    ...[url, url.replaceAll("%20", "+"), url.replaceAll(/%../g, (code) => code.toLowerCase())],
    ...[0, 1, 2].flatMap((before) => inBase64(bytes, before)),
  ];
}

/** As `encodeURIComponent` does it, which refuses half of a surrogate pair. */
function percentEncoded(bytes: string): string {
  return bytes.replaceAll(/[^\w.!~*'()-]/g, (byte) => `%${hex(byte, 2).toUpperCase()}`);
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, "0");
}

/** JSON as servers write it that escape all but plain ASCII, and what has a meaning in HTML. */
function asciiJson(json: string): string {
  return json.replaceAll(/[^ -~]|[<>&'+=]/g, (character) => `\\u${hex(character, 4)}`);
}

/** The part of a base64 text that a secret determines when it follows so many bytes. */
function inBase64(secret: string, before: number): string[] {
  const lengthOf = (bytes: number) => (bytes * 8) / 6;
  const whole = btoa("-".repeat(before) + secret);
  const text = whole.slice(Math.ceil(lengthOf(before)), Math.floor(lengthOf(before + secret.length)));
  return [text, text.replaceAll("+", "-").replaceAll("/", "_")];
}
