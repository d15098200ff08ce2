/** One entry of the header in which a stock Prism tells what a request or its answer breaks. */
interface Entry {
  readonly location: readonly string[];
  readonly code: string | number;
  readonly message: string;
}

/**
 * What a stock Prism on the way complains of, a line each. Two complaints are left out: of missing credentials, where
 * the service complains too or where Prism does not know the header of a real digest for one, and of an envelope,
 * which it knows nothing of.
 */
export function complaintsIn({ status, headers }: Response, url: string, sent: Headers): string[] {
  const header = headers.get("sl-violations");
  if (header === null) return [];
  // Over 8 KB it is cut off, and no JSON any more.
  if (!header.startsWith("[")) return [header];
  const isSignIn = status === 401 || sent.get("authorization")?.startsWith("Digest ") === true;
  const isEnveloped = new URL(url).searchParams.get("envelope") === "true";
  return (JSON.parse(header) as Entry[])
    .filter(({ code }) => !(isSignIn && code === 401))
    .filter(({ location: [side] }) => !(isEnveloped && side === "response"))
    .map(({ location, code, message }) => `${location.join(".")} ${code}: ${message}`);
}
