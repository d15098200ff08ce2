import { AtlasApiError, type AuthProvider } from "@atlas-snapshot-export/client";
import { expect } from "vitest";
import { callOperation, callThrough, offlineOptions, thrown } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import { type Operation, type SignInKind, signInKind, tokenPaths } from "../definition.ts";
import { inputOf, withKnown } from "../input.ts";
import { expectUnbroken, listen } from "../wire.ts";
import { expectAccepted } from "./inputs.ts";

/** Every way to sign in that an operation declares lets the client in, and nothing else does. */
export function credentialCases(contract: Contract): void {
  for (const operation of contract.definition.operations) {
    tokenCase(contract, operation);
    for (const scheme of operation.credentials) acceptedCase(contract, operation, scheme);
    if (operation.credentials.length > 0) refusedCases(contract, operation);
  }
}

/** What `Authorization` begins with. */
const AUTHORIZATION: Readonly<Record<SignInKind, string>> = { clientCredentials: "Bearer", digest: "Digest" };

function acceptedCase(contract: Contract, operation: Operation, scheme: string): void {
  const kind = signInKind(contract.definition.document, scheme);
  const title = `signs in with ${scheme}`;
  const exercises = { credentials: [scheme] };
  const needs = kind ? (["answer", kind] as const) : [];
  contractCase(contract, { operation, title, exercises, needs }, async () => {
    if (kind === undefined) expect.fail(`The client has no way to sign in with ${scheme}.`);
    const auth = contract.target.signIn[kind];
    if (auth === undefined) expect.fail(`The target has no way to sign in with ${scheme}.`);
    const arrived = await expectAccepted(contract, operation, { sent: [], auth });
    expect(arrived.at(-1)?.headers["authorization"]).toBe(AUTHORIZATION[kind]);
  });
}

/** The request for a token that comes before the call (RFC 6749, section 4.4.2). */
function tokenCase({ definition, ...contract }: Contract, operation: Operation): void {
  const kinds = operation.credentials.map((scheme) => signInKind(definition.document, scheme));
  if (!kinds.includes("clientCredentials")) return;
  contractCase({ definition, ...contract }, { operation, title: "asks for a token first" }, async () => {
    const { options, requests } = offlineOptions(definition);
    await callThrough(operation.operationId, inputOf(operation), options);
    const [asked] = requests;
    const headers = new Headers(asked?.init.headers);
    expect(
      {
        path: asked?.url.pathname,
        method: asked?.init.method,
        accept: headers.get("accept"),
        contentType: headers.get("content-type"),
        body: asked?.init.body,
      },
      "the request for a token",
    ).toEqual({
      path: tokenPaths(definition.document)[0],
      method: "POST",
      accept: "application/json",
      contentType: "application/x-www-form-urlencoded",
      body: "grant_type=client_credentials",
    });
  });
}

function refusedCases(contract: Contract, operation: Operation): void {
  const exercises = { statuses: ["401"] };
  const nobody = { operation, title: "refuses who does not sign in", exercises, needs: ["answer"] } as const;
  contractCase(contract, nobody, () => expectUnauthorized(contract, operation, () => undefined));
  const kinds = operation.credentials.map((scheme) => signInKind(contract.definition.document, scheme));
  if (!kinds.includes("clientCredentials")) return;
  const title = "refuses a token that nobody issued";
  contractCase(contract, { operation, title, exercises, needs: ["answer", "tokenCheck"] }, () =>
    expectUnauthorized(contract, operation, () => "Bearer issued-by-nobody"),
  );
}

async function expectUnauthorized(
  contract: Contract,
  operation: Operation,
  authorize: AuthProvider["authorize"],
): Promise<void> {
  const { operationId } = operation;
  const input = withKnown(operation, inputOf(operation), contract.target.known);
  const arrived = listen(contract);
  const { outcome } = await callOperation(contract, { operationId, input, auth: { authorize } });
  expect(thrown(outcome, AtlasApiError).status).toBe(401);
  expectUnbroken(arrived(), ["output"]);
}
