/**
 * A URL that credentials may be sent to: https, or http to this machine alone (RFC 6750, section 5.3), with no
 * user name, query or fragment in it.
 *
 * @throws {TypeError} that names the option
 */
export function secureUrl(option: string, url: string | URL): URL {
  if (!URL.canParse(String(url)))
    throw new TypeError(`${option} must be an absolute URL, such as https://cloud.mongodb.com`);
  const parsed = new URL(url);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
  if (parsed.protocol !== "https:" && !(parsed.protocol === "http:" && isLoopback)) {
    throw new TypeError(
      `${option} must be https, or http to this machine, not ${parsed.protocol}//${parsed.hostname}`,
    );
  }
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new TypeError(
      `${option} must have no user name, query or fragment: ${parsed.origin}${parsed.pathname}`,
    );
  }
  return parsed;
}
