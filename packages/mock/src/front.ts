import type { Answer } from "./answer.ts";
import { apiError } from "./api-error.ts";
import type { ReceivedRequest, Respond } from "./exchange.ts";
import type { FaultKind } from "./faults.ts";
import { hasExactMediaTypes } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import { malformedPreference, parsePrefer } from "./prefer.ts";
import { type Presented, present } from "./presentation.ts";
import type { Prism } from "./prism.ts";
import { isPercentEncoded, type Preference } from "./prism-request.ts";
import { readBody } from "./read-body.ts";
import { MALFORMED_JSON, type Refusal, refuse, refuseInvalid, WRONG_MEDIA_TYPE } from "./refusal.ts";
import { describeViolation, isError, type Violation, type Violations } from "./violation.ts";

/** A finished answer, and what the record of its request tells. */
export interface Outcome extends Presented {
  readonly operationId: string | undefined;
  readonly violations: Violations;
  /** What the scenario let go wrong. */
  readonly fault?: FaultKind;
}

export interface FrontParts {
  readonly prism: Prism;
  /** Answers the requests for tokens. */
  readonly tokenEndpoint: (request: ReceivedRequest) => Answer | undefined;
  /** Whether a request may come in at all: its credentials, its share of the limit, its role. */
  readonly refusalAtTheDoor: (operation: Operation, request: ReceivedRequest) => Refusal | undefined;
  /** What a response says of the rate limit, once the request is counted. */
  readonly limitHeaders: (operation: Operation, request: ReceivedRequest) => Readonly<Record<string, string>>;
  /** What the scenario answers, unless the request itself prefers something. */
  readonly choose: (operation: Operation) => Preference | undefined;
  /** Answers what passed every check. */
  readonly respond: Respond;
}

/** From a request to its answer: first what Prism cannot check, then Prism, then the answer's own check. */
export function createFront(parts: FrontParts): (request: ReceivedRequest) => Promise<Outcome> {
  const { prism, tokenEndpoint } = parts;
  return async (request) => {
    const early = isPercentEncoded(request.path) ? tokenEndpoint(request) : malformedPath(request);
    if (early !== undefined) return outsideDefinition(early);
    const route = await prism.route(request.method, request.path);
    if (route.operation === undefined) return outsideDefinition(await notRouted(prism, request));

    const { operation } = route;
    const { answer, input } = await answerTo(operation, request, parts);
    const output = await prism.check(operation.operationId, answer);
    const breaches = output.filter(isError);
    const sound = breaches.length === 0 ? answer : breachOfDefinition(operation, breaches);
    return {
      ...present(sound, request.query, operation),
      operationId: operation.operationId,
      violations: { input, output },
    };
  };
}

interface Answered {
  readonly answer: Answer;
  readonly input: readonly Violation[];
}

async function answerTo(
  operation: Operation,
  request: ReceivedRequest,
  parts: FrontParts,
): Promise<Answered> {
  const refusal = parts.refusalAtTheDoor(operation, request);
  // Read before anything is awaited: other requests are counted meanwhile.
  const limitHeaders = parts.limitHeaders(operation, request);
  const { answer, input } =
    refusal === undefined
      ? await answerInside(operation, request, parts)
      : { answer: await refuse(parts.prism, operation, refusal), input: [] };
  return { answer: { ...answer, headers: replaceHeaders(answer.headers, limitHeaders) }, input };
}

/** The same headers, with the other values where there are others. */
function replaceHeaders(headers: Answer["headers"], others: Answer["headers"]): Answer["headers"] {
  const found = Object.entries(headers).map(([name, value]) => [name, others[name] ?? value]);
  return Object.fromEntries(found);
}

async function answerInside(
  operation: Operation,
  request: ReceivedRequest,
  { prism, choose, respond }: FrontParts,
): Promise<Answered> {
  const { headers } = request;
  const { prefer, "content-type": contentType } = headers;
  const refused = async (refusal: Refusal): Promise<Answered> => ({
    answer: await refuse(prism, operation, refusal),
    input: [],
  });

  const chosen = choose(operation);
  if (!hasExactMediaTypes(operation, request)) return refused(WRONG_MEDIA_TYPE);
  const body = readBody(operation, request.body, contentType);
  if (body === undefined) return refused(MALFORMED_JSON);

  const malformed = malformedPreference(prefer);
  if (malformed !== undefined) return { answer: unanswered(400, malformed), input: [] };
  const preference = parsePrefer(prefer) ?? chosen;
  const answer = await prism.ask({ ...request, body: body.value }, preference);
  const { input } = answer.violations;
  const broken = input.filter(isError);
  if (broken.length > 0) return { answer: await refuseInvalid(prism, operation, broken), input };
  if (answer.problem !== undefined) {
    return { answer: unanswered(answer.status, answer.problem), input };
  }
  return { answer: await respond({ operation, request, json: body.value, preference, answer }), input };
}

/** Finishes an answer to what is no operation of the definition. */
export function outsideDefinition(answer: Answer): Outcome {
  return { ...present(answer), operationId: undefined, violations: { input: [], output: [] } };
}

function malformedPath({ path }: ReceivedRequest): Answer {
  return apiError(400, "INVALID_PATH", `The path ${path} is not percent-encoded correctly.`);
}

/** A path that only other methods have is a 405, which has to name them (RFC 9110, section 15.5.6). */
async function notRouted(prism: Prism, { method, path }: ReceivedRequest): Promise<Answer> {
  const allowed: string[] = [];
  for (const known of new Set(prism.operations.map((operation) => operation.method))) {
    if ((await prism.route(known, path)).operation !== undefined) allowed.push(known);
  }
  if (allowed.length === 0) return apiError(404, "NOT_FOUND", `The definition has no path ${path}.`);
  const allow = allowed.join(", ");
  return apiError(405, "METHOD_NOT_ALLOWED", `${path} takes ${allow}, not ${method}.`, { allow });
}

/** A preference that the definition does not have, a header that is malformed, or a failure of Prism itself. */
function unanswered(status: number, problem: string): Answer {
  const errorCode = status === 404 ? "NOT_IN_DEFINITION" : status < 500 ? "MALFORMED_REQUEST" : "MOCK_FAILED";
  return apiError(status, errorCode, problem);
}

function breachOfDefinition({ operationId }: Operation, breaches: readonly Violation[]): Answer {
  const found = breaches.map(describeViolation).join("; ");
  return apiError(500, "DEFINITION_BROKEN", `The answer to ${operationId} breaks the definition: ${found}.`);
}
