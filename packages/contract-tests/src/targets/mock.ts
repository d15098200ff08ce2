import { apiKey, serviceAccount } from "@atlas-snapshot-export/client";
import { startMock } from "@atlas-snapshot-export/mock";
import type { Definition } from "../definition.ts";
import type { Target } from "./target.ts";

/** The mock of this project in this process, with Prism's engine inside: it can do everything. */
export async function mockTarget({ document }: Definition): Promise<Target> {
  const mock = await startMock({ definition: document });
  const bearer = serviceAccount(mock.credentials);
  return {
    title: "the mock of this project, in process",
    url: mock.url,
    auth: bearer,
    signIn: { clientCredentials: bearer, digest: apiKey(mock.credentials) },
    maxAttempts: 1,
    complains: false,
    arrivals: mock.requests,
    obstacle: () => undefined,
    known: {},
    close: () => mock.close(),
  };
}
