import {
  AtlasApiError,
  AuthenticationError,
  createAtlasClient,
  getSnapshot,
  NetworkError,
  paginate,
  ResponseValidationError,
} from "@atlas-snapshot-export/client";
import {
  callOffline,
  type Offline,
  offlineOptions,
  operationFunction,
  outcomeOf,
  thrown,
} from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import { type Operation, successOf } from "../definition.ts";
import { inputOf } from "../input.ts";
import { createSchemaChecks } from "../schema-check.ts";

/** Whatever goes wrong on the way reaches who calls, as an error that says what it was. */
export function failureCases(contract: Contract): void {
  const { definition } = contract;
  const checkOf = createSchemaChecks(definition.document);
  for (const operation of definition.operations) {
    const { body } = successOf(operation);
    for (const [title, type, offline] of body ? [...FAILURES, ...BODY_FAILURES] : FAILURES) {
      failureCase(contract, operation, `${title} is a ${type.name}`, type, offline);
    }
    if (body && checkOf(body.schema)(NO_BODY).length > 0) {
      const title = "a body that breaks the definition is a ResponseValidationError";
      const answer = () => Response.json(NO_BODY);
      failureCase(contract, operation, title, ResponseValidationError, {
        answer,
        validateResponses: "error",
      });
    }
    if (operation.parameters.some(({ name }) => name === "pageNum")) pageCase(contract, operation);
    if (operation.operationId === "getReplicaSetBackup") snapshotCase(contract, operation);
    const envelope = operation.parameters.find(({ name }) => name === "envelope");
    if (envelope === undefined || body === undefined) continue;
    const title = "an envelope with nothing in it is a NetworkError";
    const answer = () => Response.json({ status: 204 });
    failureCase(contract, operation, title, NetworkError, { answer }, [envelope]);
  }
}

type ErrorType = new (...args: never[]) => Error;

const unreachable = () => Promise.reject(new TypeError("fetch failed"));

const FAILURES: readonly [title: string, type: ErrorType, offline: Offline][] = [
  ["a connection that breaks", NetworkError, { answer: unreachable }],
  // That is what a browser makes of a redirect.
  ["a status that no answer may have", NetworkError, { answer: () => Response.error() }],
  ["an error without a body", AtlasApiError, { answer: () => new Response(null, { status: 500 }) }],
  ["a sign-in that gets no answer", AuthenticationError, { token: unreachable }],
  [
    "a sign-in that is refused",
    AuthenticationError,
    { token: () => Response.json({ error: "invalid_client" }, { status: 401 }) },
  ],
  ["a sign-in that brings no token", AuthenticationError, { token: () => Response.json({}) }],
];

/** Where the definition promises a body. */
const BODY_FAILURES: typeof FAILURES = [
  ["a success without a body", NetworkError, { answer: () => new Response("") }],
  ["a success that is no JSON", NetworkError, { answer: () => new Response("<html>") }],
];

/** No operation answers with it. */
const NO_BODY = "no body";

function failureCase(
  { definition, ...contract }: Contract,
  operation: Operation,
  title: string,
  type: ErrorType,
  offline: Offline,
  optional: Operation["parameters"] = [],
): void {
  contractCase({ definition, ...contract }, { operation, title }, async () => {
    const input = inputOf(operation, optional);
    const { outcome } = await callOffline(definition, operation.operationId, input, offline);
    thrown(outcome, type);
  });
}

/** A list that is read page by page ends with an answer that is no page. */
function pageCase({ definition, ...contract }: Contract, operation: Operation): void {
  const title = "an answer that is no page is a ResponseValidationError";
  contractCase({ definition, ...contract }, { operation, title }, async () => {
    const atlas = createAtlasClient(offlineOptions(definition).options);
    // A cast, because the operation has the parameters of a list.
    const list = operationFunction(operation.operationId) as Parameters<typeof paginate>[1];
    const items = paginate(atlas, list, inputOf(operation));
    thrown(await outcomeOf(items.next()), ResponseValidationError);
  });
}

/** A snapshot is looked for in two places: what is no snapshot ends the search. */
function snapshotCase({ definition, ...contract }: Contract, operation: Operation): void {
  const title = "an answer that is no object is a ResponseValidationError where a decision hangs on it";
  contractCase({ definition, ...contract }, { operation, title }, async () => {
    const answer = () => Response.json(NO_BODY);
    const atlas = createAtlasClient(offlineOptions(definition, { answer }).options);
    // A cast, because the reference is what the operation takes.
    const reference = inputOf(operation) as Parameters<typeof getSnapshot>[1] & object;
    thrown(await outcomeOf(getSnapshot(atlas, reference)), ResponseValidationError);
  });
}
