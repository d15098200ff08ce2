// MSW's own declarations name what only the DOM's have.
/// <reference lib="dom" preserve="true" />
import { type HttpHandler, HttpResponse, http } from "msw";
import type { Presented } from "./presentation.ts";
import {
  type Arrival,
  BODY_LIMIT,
  createService,
  type Observable,
  requireOptions,
  type ServiceOptions,
} from "./service.ts";

/** How the mock behind the handlers is to be. */
export interface MswOptions extends ServiceOptions {
  /**
   * Where the service is to be.
   * @default "https://cloud.mongodb.com", the live service's own address
   */
  readonly url?: string;
}

/** The mocked service as handlers of MSW. */
export interface MswMock extends Observable {
  /** One for each path of the definition and of its token endpoint. Every other request is left to other handlers. */
  readonly handlers: readonly HttpHandler[];
}

/**
 * The same mock without a server: handlers for MSW 2 or 3 in Node, from the same definition and with the same scenarios.
 * MSW 3 needs Node 22.12 or later.
 *
 * @example
 * const mock = await createMock({ scenario: { job: [{ example: "successful" }] } });
 * const server = setupServer(...mock.handlers);
 * server.listen();
 *
 * @throws TypeError when the scenario cannot be played, or another option is unknown or has a value that it does not take.
 * @throws Error when the definition cannot be validated in every part.
 */
export async function createMock(options: MswOptions = {}): Promise<MswMock> {
  requireOptions("createMock", options, ["url"]);
  const service = await createService(options);
  const url = (options.url ?? service.serverUrl).replace(/\/$/, "");
  const basePath = new URL(url).pathname.replace(/\/$/, "");
  const handlers = service.paths.map((path) =>
    http.all(url + toPattern(path), async ({ request }) =>
      toResponse(await service.receive(await read(request, basePath), request.signal), request.signal),
    ),
  );
  return Object.assign(service.at(url), { handlers });
}

/** `/groups/:groupId` for `/groups/{groupId}`. */
function toPattern(template: string): string {
  return template.replaceAll(/\{(.+?)\}/g, ":$1");
}

async function read(incoming: Request, basePath: string): Promise<Arrival> {
  const { pathname, search } = new URL(incoming.url);
  const body = await incoming.text();
  const request = {
    method: incoming.method,
    path: pathname.slice(basePath.length),
    query: search.slice(1),
    headers: Object.fromEntries(incoming.headers),
    body,
  };
  return { request, isTooLarge: Buffer.byteLength(body) > BODY_LIMIT };
}

function toResponse(
  { status, headers, text, delivery = "whole" }: Presented,
  signal: AbortSignal,
): Response | Promise<Response> {
  if (delivery === "none") return untilAborted(signal);
  if (delivery === "cut") return HttpResponse.error();
  const body = new TextEncoder().encode(text);
  if (delivery === "half") return new Response(cutInTheMiddle(body), { status, headers });
  return new Response(text === "" ? null : body, {
    status,
    headers: { ...headers, "content-length": String(body.length) },
  });
}

/** Never answers; with the signal nobody listens any more, and it ends. */
function untilAborted(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(HttpResponse.error()), { once: true });
  });
}

/** The first half of a body, then a connection that is cut. */
function cutInTheMiddle(body: Uint8Array): ReadableStream<Uint8Array> {
  const first = body.subarray(0, body.length / 2);
  const pieces = [first][Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.error(new TypeError("The connection was cut."));
      else controller.enqueue(value);
    },
  });
}
