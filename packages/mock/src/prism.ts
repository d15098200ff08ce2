import { createLogger, type IPrismDiagnostic } from "@stoplight/prism-core";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpMockConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
  type ProblemJsonError,
} from "@stoplight/prism-http";
import { HttpParamStyles, type IHttpOperation, type IHttpQueryParam } from "@stoplight/types";
import { type Answer, type PrismAnswer, plainAnswer, problemAnswer } from "./answer.ts";
import { type Canary, requireDialect, requireLiveValidation, type Side } from "./canary.ts";
import { candidatesByPath } from "./candidates.ts";
import { inexactMediaType, mediaTypesInOrder } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import {
  malformedPart,
  type Preference,
  type PrismRequest,
  readQuery,
  unknownPreference,
} from "./prism-request.ts";
import { operationIdOf, readOperation } from "./read-operation.ts";
import { type Diagnostics, readViolations, type Violation } from "./violation.ts";

export type { Answer, PrismAnswer } from "./answer.ts";
export type { Operation, OperationResponse, Parameter, SecurityScheme } from "./operation.ts";
export type { Preference, PrismRequest } from "./prism-request.ts";
export type { Violation, Violations } from "./violation.ts";

export type Route =
  | { readonly operation: Operation }
  | { readonly operation: undefined; readonly status: number; readonly problem: string };

/** Prism over one definition. Nothing that a request holds makes a method reject. */
export interface Prism {
  readonly operations: readonly Operation[];
  /** The operation that a method and a path belong to; 404 or 405 when there is none. */
  route(method: string, path: string): Promise<Route>;
  /** Validates a request and picks the example that answers it. Credentials are not looked at. */
  ask(request: PrismRequest, preference?: Preference): Promise<PrismAnswer>;
  /** An example of the definition with its headers, without any request. */
  example(operationId: string, status: number, name?: string): Promise<PrismAnswer>;
  /** What an answer breaks in the definition; the media type has to be exact. */
  check(operationId: string, answer: Answer): Promise<Violation[]>;
}

type ProblemViolation = Pick<IPrismDiagnostic, "message" | "code"> & { readonly location?: string[] };

/** OpenAPI repeats the name for each item of an array in a form unless told otherwise; Prism takes silence for a no. */
function explodeForms(parameters: IHttpQueryParam[]): void {
  for (const parameter of parameters) {
    if (parameter.style === HttpParamStyles.Form) parameter.explode ??= true;
  }
}

type Components = Partial<Omit<PrismHttpComponents, "logger">>;

const logger = createLogger("mock", { level: "silent" });

/**
 * Loads a definition into Prism.
 *
 * @param document - An OpenAPI 3.x document without external references. It is not changed.
 * @throws Error when a part of the definition would not be validated, which Prism itself does not tell.
 */
export async function createPrism(document: object): Promise<Prism> {
  requireDialect(document);
  const resources = await getHttpOperationsFromSpec(structuredClone(document));
  for (const { request } of resources) explodeForms(request?.query ?? []);
  await requireLiveValidation(resources, refusesCanary);
  const loaded = new Map(
    resources.map((resource) => [operationIdOf(resource), { resource, operation: readOperation(resource) }]),
  );

  const candidates = candidatesByPath(resources);
  const route = async (method: string, path: string): Promise<Route> => {
    const input = prismRequest({ method, path });
    const outcome = await run(input, candidates(path), settings(), {
      mock: (call) => always({ statusCode: 204, body: operationIdOf(call.resource) })(call),
    });
    if ("problem" in outcome)
      return { operation: undefined, status: outcome.status, problem: outcome.problem };
    return { operation: find(String(outcome.output.body)).operation };
  };

  const find = (operationId: string): { resource: IHttpOperation; operation: Operation } => {
    const found = loaded.get(operationId);
    if (found === undefined) throw new Error(`The definition has no operation ${operationId}.`);
    return found;
  };

  const answer = async (
    operationId: string,
    input: IHttpRequest,
    preference: Preference,
    validateRequest: boolean,
  ): Promise<PrismAnswer> => {
    const { resource, operation } = find(operationId);
    const unknown = unknownPreference(operation, preference);
    if (unknown !== undefined) return problemAnswer(404, unknown);
    const { accept } = input.headers ?? {};
    const mediaTypes = mediaTypesInOrder(operation, accept);
    const outcome = await run(input, [resource], settings({ validateRequest, mediaTypes, preference }));
    const violations = readViolations(outcome.validations, operation);
    if ("problem" in outcome) return problemAnswer(outcome.status, outcome.problem, violations);
    return { ...plainAnswer(outcome.output), violations };
  };

  return {
    operations: [...loaded.values()].map(({ operation }) => operation),
    route,
    async ask(request, preference = {}) {
      const malformed = malformedPart(request);
      if (malformed !== undefined) return problemAnswer(400, malformed);
      const routed = await route(request.method, request.path);
      if (routed.operation === undefined) return problemAnswer(routed.status, routed.problem);
      return answer(routed.operation.operationId, prismRequest(request), preference, true);
    },
    async example(operationId, status, name) {
      const preference = name === undefined ? { code: status } : { code: status, example: name };
      return answer(operationId, prismRequest(find(operationId).operation), preference, false);
    },
    async check(operationId, { status, headers, body }) {
      const { resource, operation } = find(operationId);
      const outcome = await run(prismRequest(operation), [resource], settings(), {
        mock: always({ statusCode: status, headers: { ...headers }, body }),
      });
      if ("problem" in outcome) {
        return [{ place: "", rule: "prism", message: outcome.problem, severity: "error" }];
      }
      const { output } = readViolations(outcome.validations, operation);
      return [...output, ...inexactMediaType(operation, status, headers["content-type"])];
    },
  };
}

/** Shows Prism a body that it has to refuse. */
async function refusesCanary({ schema, value }: Canary, side: Side, of: IHttpOperation): Promise<boolean> {
  const mediaType = "application/json";
  const contents = [{ id: "canary", mediaType, schema }];
  const operation: IHttpOperation = {
    ...of,
    method: "post",
    path: "/canary",
    request: side === "request" ? { body: { id: "canary", contents } } : {},
    responses: side === "responses" ? [{ id: "canary", code: "200", contents }] : [],
  };
  const input = prismRequest({ method: "post", path: "/canary", body: value });
  const outcome = await run(input, [operation], settings({ validateRequest: true }), {
    mock: always({ statusCode: 200, headers: { "content-type": mediaType }, body: value }),
  });
  const found = outcome.validations[side === "request" ? "input" : "output"];
  return found.some(({ path }) => path?.at(-1) === "canary");
}

type Outcome = { readonly validations: Diagnostics } & (
  | { readonly output: IHttpResponse }
  | { readonly status: number; readonly problem: string }
);

/** Runs Prism, whose failures come as a value, as a rejection or, while the call is being built, as a throw. */
async function run(
  input: IHttpRequest,
  resources: IHttpOperation[],
  config: IHttpMockConfig,
  components: Components = {},
): Promise<Outcome> {
  try {
    const outcome = await createInstance(config, { logger, ...components }).request(input, resources)();
    if (outcome._tag === "Right") return outcome.right;
    return problemOf(outcome.left);
  } catch (error) {
    return problemOf(error);
  }
}

/** Where the definition declares no answer to a broken request, the violations come with the error. */
function problemOf(error: unknown): Outcome {
  const { message } = error as Error;
  const { status, detail, additional } = error as Partial<ProblemJsonError>;
  const { validation = [] } = (additional ?? {}) as { validation?: readonly ProblemViolation[] };
  const input = validation.map((found) => ({ ...found, path: found.location ?? [], severity: 0 }));
  return {
    status: status ?? 500,
    problem: detail ?? `Prism failed: ${message}`,
    validations: { input, output: [] },
  };
}

/** A new object for each call, because Prism writes into it. */
function settings(
  options: { validateRequest?: boolean; mediaTypes?: string[]; preference?: Preference } = {},
): IHttpMockConfig {
  const { validateRequest = false, mediaTypes, preference: { code, example } = {} } = options;
  return {
    isProxy: false,
    checkSecurity: false,
    validateRequest,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: {
      dynamic: false,
      ...(mediaTypes && { mediaTypes }),
      ...(code !== undefined && { code }),
      ...(example !== undefined && { exampleKey: example }),
    },
  };
}

function prismRequest({ method, path, query = "", headers = {}, body }: PrismRequest): IHttpRequest {
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: readQuery(query) },
    headers: { ...headers },
    body,
  };
}

/** A stand-in for Prism's choice of an example, which always makes the same choice. */
function always(response: IHttpResponse): PrismHttpComponents["mock"] {
  return () => () => ({ _tag: "Right", right: response });
}
