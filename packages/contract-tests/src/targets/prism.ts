import type { Prism } from "@atlas-snapshot-export/mock/prism";
import type { Definition } from "../definition.ts";
import { startPrism } from "./prism-process.ts";
import type { Need, Target } from "./target.ts";
import { startWitness } from "./witness.ts";

/** The stock `prism mock`, a process of its own. A witness before it tells what arrives. */
export async function prismTarget({ document }: Definition, prism: Prism): Promise<Target> {
  const mock = await startPrism("mock", document);
  const witness = await startWitness({ upstream: mock.url, prism, adapt: acceptingErrors });
  return {
    title: "the stock `prism mock`, as a process",
    url: witness.url,
    auth: { authorize: () => "Bearer any-token-will-do" },
    signIn: {},
    maxAttempts: 1,
    complains: true,
    arrivals: witness.arrivals,
    obstacle: ({ needs }) => needs.map((need) => BEYOND_PRISM[need]).find(Boolean),
    known: {},
    async close() {
      await witness.close();
      await mock.close();
    },
  };
}

const BEYOND_PRISM: Readonly<Partial<Record<Need, string>>> = {
  state: "Prism keeps no state: what was created is not there afterwards.",
  clientCredentials: "Prism has no token endpoint, which is no path of the definition.",
  digest: "Prism refuses the header of every real digest, because its parts are quoted.",
  tokenCheck: "Prism takes any bearer token.",
  versionCheck: "Prism takes any JSON media type for any other, whatever its version date.",
};

/** An error that `Prefer` names is answered only if its media type is acceptable too; else it is a silent 200. */
function acceptingErrors(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, accept: `${headers["accept"]}, application/json` };
}
