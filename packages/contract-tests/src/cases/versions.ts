import { AtlasApiError } from "@atlas-snapshot-export/client";
import { expect } from "vitest";
import { callOperation, thrown } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Operation } from "../definition.ts";
import { inputOf, withKnown } from "../input.ts";
import { expectUnbroken, listen } from "../wire.ts";
import { wireRequestOf } from "../wire-request.ts";

const VERSION_DATE = /\d{4}-\d{2}-\d{2}/;

/** A date before the first version of any operation. */
const NO_VERSION = "2000-01-01";

/** An operation that is versioned by its media type is so by its date, and not by some JSON. */
export function versionCases(contract: Contract): void {
  for (const operation of contract.definition.operations.filter(isVersioned)) {
    const title = `refuses the version ${NO_VERSION}`;
    contractCase(contract, { operation, title, needs: ["answer", "versionCheck"] }, () =>
      expectRefused(contract, operation),
    );
  }
}

function isVersioned({ answers }: Operation): boolean {
  return answers.some(({ body }) => body !== undefined && VERSION_DATE.test(body.mediaType));
}

async function expectRefused(contract: Contract, operation: Operation): Promise<void> {
  const { operationId } = operation;
  const input = withKnown(operation, inputOf(operation), contract.target.known);
  const { accept, "content-type": contentType } = wireRequestOf(operation, input).headers;
  const headers = Object.fromEntries(
    Object.entries({ accept, "content-type": contentType }).flatMap(([name, mediaTypes]) =>
      mediaTypes === undefined ? [] : [[name, mediaTypes.replace(VERSION_DATE, NO_VERSION)]],
    ),
  );
  const arrived = listen(contract);
  const { outcome } = await callOperation(contract, { operationId, input, headers });
  const { status } = thrown(outcome, AtlasApiError);
  expect(status, "the status").toBeLessThan(500);
  expectUnbroken(arrived(), ["output"]);
}
