import { type AuthProvider, apiKey, serviceAccount } from "@atlas-snapshot-export/client";
import type { Prism } from "@atlas-snapshot-export/mock/prism";
import { type Definition, type Operation, tokenPaths } from "../definition.ts";
import { startPrism } from "./prism-process.ts";
import { isSafe, type Need, type Target, type Wish } from "./target.ts";
import { startWitness } from "./witness.ts";

export interface LiveOptions {
  /** The base URL of the service. */
  readonly url: string;
  readonly credentials: LiveCredentials;
  /**
   * What exists on the service, by the name of the parameter or of the body's property; for one operation alone, as
   * `getThing.id`.
   */
  readonly known: Readonly<Record<string, string>>;
  /** Whether one case may create an export job. */
  readonly mayCreate: boolean;
}

export type LiveCredentials =
  | { readonly clientId: string; readonly clientSecret: string }
  | { readonly publicKey: string; readonly privateKey: string };

/**
 * The live service, or what stands in for it: client → `prism proxy` → witness → service. Tokens are asked for at the
 * service itself, so the secret meets nobody on the way.
 */
export async function liveTarget(
  { document }: Definition,
  prism: Prism,
  options: LiveOptions,
): Promise<Target> {
  const { url, known } = options;
  const upstream = url.replace(/\/$/, "");
  const signIn = signInFor(options.credentials, `${upstream}${tokenPaths(document)[0]}`);
  const witness = await startWitness({ upstream, prism });
  const proxy = await startPrism("proxy", document, witness.url);
  return {
    title: `${upstream}, through \`prism proxy\``,
    url: proxy.url,
    auth: signIn.auth,
    signIn: signIn.ways,
    maxAttempts: 4,
    complains: true,
    arrivals: witness.arrivals,
    obstacle: (wish) => obstacle(wish, options, signIn.ways),
    known,
    async close() {
      await signIn.signOut();
      await proxy.close();
      await witness.close();
    },
  };
}

interface SignIn {
  auth: AuthProvider;
  ways: Target["signIn"];
  /** Gives a token back. A service that does not take it lets it expire. */
  signOut: () => Promise<void>;
}

function signInFor(credentials: LiveCredentials, tokenUrl: string): SignIn {
  if ("publicKey" in credentials) {
    const digest = apiKey(credentials);
    return { auth: digest, ways: { digest }, signOut: async () => {} };
  }
  const clientCredentials = serviceAccount({ ...credentials, tokenUrl });
  const signOut = (): Promise<void> => clientCredentials.revoke().catch(() => {});
  return { auth: clientCredentials, ways: { clientCredentials }, signOut };
}

/** Why a case is none for a live service. The cases that send nothing always are. */
function obstacle(
  { operation, needs }: Wish,
  { known, mayCreate }: LiveOptions,
  ways: Target["signIn"],
): string | undefined {
  if (needs.length === 0) return undefined;
  const byNature = needs.map((need) => BEYOND_LIVE[need]).find(Boolean);
  if (byNature !== undefined) return byNature;
  const creates = needs.includes("creation");
  if (creates && !mayCreate) return "It creates an export job, which costs money: --create allows it.";
  if (!isSafe(operation) && !creates) {
    return "It could change something on the service if the service took it.";
  }
  const isKnown = (name: string): boolean => name in known || `${operation.operationId}.${name}` in known;
  const missing = inputsOf(operation, creates).filter((name) => !isKnown(name));
  if (missing.length > 0) return `It needs what exists on the service: ${missing.join(", ")}.`;
  const way = needs.find((need) => need === "clientCredentials" || need === "digest");
  if (way && !ways[way]) return `No ${way === "digest" ? "API key" : "service account"} was given.`;
  return undefined;
}

const BEYOND_LIVE: Readonly<Partial<Record<Need, string>>> = {
  chosenExample: "A live service answers as things stand, and not with an example.",
  emptySegment: "On a live service an empty segment is another path.",
};

/** What a request names. Where it creates something, the example that it is made from counts too. */
function inputsOf({ parameters, body }: Operation, creates: boolean): string[] {
  const inPath = parameters.filter(({ in: place }) => place === "path").map(({ name }) => name);
  const inBody = creates ? Object.keys(Object(body?.examples[0]?.value)) : [];
  return [...inPath, ...inBody];
}
