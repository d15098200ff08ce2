/**
 * A URL that credentials may be sent to: https, or http to this machine alone (RFC 6750, section 5.3), with no
 * user name, query or fragment in it.
 *
 * @param allowInsecureHttp whether http to other machines is allowed; left out where the user cannot allow it
 * @throws {TypeError} that names the option
 */
export function secureUrl(option: string, url: string | URL, allowInsecureHttp?: boolean): URL {
  if (!URL.canParse(String(url)))
    throw new TypeError(`${option} must be an absolute URL, such as https://cloud.mongodb.com`);
  const parsed = new URL(url);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
  const isHttp = parsed.protocol === "http:";
  if (parsed.protocol !== "https:" && !(isHttp && (isLoopback || allowInsecureHttp))) {
    const hint = isHttp && allowInsecureHttp === false ? `; ${insecureHint}` : "";
    throw new TypeError(
      `${option} must be https, or http to this machine, not ${parsed.protocol}//${parsed.hostname}${hint}`,
    );
  }
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new TypeError(
      `${option} must have no user name, query or fragment: ${parsed.origin}${parsed.pathname}`,
    );
  }
  return parsed;
}

const insecureHint =
  "for a mock in another container, set allowInsecureHttp: true, which sends credentials unencrypted";
