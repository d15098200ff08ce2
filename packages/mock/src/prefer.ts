import type { Preference } from "./prism-request.ts";

/** Reads `Prefer: code=409, example=exportAlreadyActive` (RFC 7240); `undefined` when it asks for neither. */
export function parsePrefer(prefer = ""): Preference | undefined {
  const preferences = new Map(
    [...prefer.matchAll(/([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/gi)].map(([, name, quoted, token]) => [
      name?.toLowerCase(),
      quoted ?? token ?? "",
    ]),
  );
  const code = preferences.get("code");
  const example = preferences.get("example");
  if (code === undefined && example === undefined) return undefined;
  return { ...(code !== undefined && { code: Number(code) }), ...(example !== undefined && { example }) };
}
