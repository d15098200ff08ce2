import type { Preference } from "./prism-request.ts";

/** Reads `Prefer: code=409, example=exportAlreadyActive` (RFC 7240); `undefined` when it asks for neither. */
export function parsePrefer(prefer = ""): Preference | undefined {
  const { code, example } = readPreferences(prefer);
  if (code === undefined && example === undefined) return undefined;
  return { ...(code !== undefined && { code: Number(code) }), ...(example !== undefined && { example }) };
}

/** What of a `Prefer` header no status or name can be; `undefined` when it can be read. */
export function malformedPreference(prefer = ""): string | undefined {
  const { code, example } = readPreferences(prefer);
  if (code !== undefined && !/^[1-5]\d\d$/.test(code))
    return `Prefer asks for code=${code}, which is not a status: three digits, such as code=409.`;
  if (example === "") return "Prefer asks for an example without a name: give one, such as example=queued.";
  return undefined;
}

/** A preference without a value has an empty one, and of two with one name the first counts (RFC 7240, section 2). */
function readPreferences(prefer: string): { code?: string; example?: string } {
  const preferences = prefer.matchAll(/([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;"]*)))?/g);
  const named = [...preferences].map(([, name = "", quoted, token]): [string, string] => [
    name.toLowerCase(),
    quoted ?? token ?? "",
  ]);
  return Object.fromEntries(named.reverse());
}
