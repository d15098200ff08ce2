import { createAtlasClient, RequestValidationError, withPaths } from "@atlas-snapshot-export/client";
import { expect } from "vitest";
import { isTokenRequest, type OfflineRequest, offlineOptions, outcomeOf, thrown } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Operation } from "../definition.ts";
import { inputOf } from "../input.ts";
import { callByPath } from "../path-call.ts";
import { wireRequestOf } from "../wire-request.ts";

/** openapi-fetch's own surface sends what the operation functions send, through middleware too, and knows no more. */
export function pathsCases(contract: Contract): void {
  for (const operation of contract.definition.operations) {
    contractCase(contract, { operation, title: "by its path" }, () => expectSent(contract, operation, false));
    contractCase(contract, { operation, title: "by its path, through middleware" }, () =>
      expectSent(contract, operation, true),
    );
    contractCase(contract, { operation, title: "is not known by another method" }, () =>
      expectUnknown(contract, operation),
    );
  }
}

async function expectSent(
  { definition }: Contract,
  operation: Operation,
  isThroughMiddleware: boolean,
): Promise<void> {
  const { options, requests } = offlineOptions(definition);
  const atlas = withPaths(createAtlasClient(options));
  if (isThroughMiddleware) atlas.use({ onRequest: ({ request }) => request.clone() });
  const input = inputOf(operation, operation.parameters);
  await callByPath(atlas, operation, input);

  const sent = requests.filter(({ url }) => !isTokenRequest(definition, url.pathname));
  const { method, path, query, headers, body } = wireRequestOf(operation, input);
  expect(sent.map(asWireRequest)).toEqual([
    {
      ...{ method, path, query, accept: headers["accept"], body },
      contentType: headers["content-type"] ?? null,
    },
  ]);
}

async function expectUnknown({ definition }: Contract, operation: Operation): Promise<void> {
  const { options, requests } = offlineOptions(definition);
  const atlas = withPaths(createAtlasClient(options));
  const call = callByPath(atlas, { ...operation, method: "TRACE" }, {});
  thrown(await outcomeOf(call), RequestValidationError);
  expect(requests, "it was sent").toEqual([]);
}

function asWireRequest({ url, init }: OfflineRequest): object {
  const headers = new Headers(init.headers);
  return {
    method: init.method,
    path: url.pathname,
    query: url.searchParams.toString(),
    accept: headers.get("accept"),
    contentType: headers.get("content-type"),
    body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
  };
}
