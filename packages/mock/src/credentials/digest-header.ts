const PARAMETER = /([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?:,\s*|$)/y;

/**
 * Reads the parameters of `Authorization: Digest …` (RFC 7616, section 3.4), quoted or not. Names come in lower case.
 *
 * @returns `undefined` when the text has another form or names a parameter twice.
 */
export function parseDigestParameters(text: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  PARAMETER.lastIndex = 0;
  while (PARAMETER.lastIndex < text.length) {
    const [, name, quoted, token] = PARAMETER.exec(text) ?? [];
    const value = quoted?.replace(/\\(.)/g, "$1") ?? token;
    if (name === undefined || value === undefined || parameters.has(name.toLowerCase())) return undefined;
    parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}
