import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Fetch } from "@atlas-snapshot-export/client";
import { examplesFor, type GeneratedAnswer, type Rendered, render } from "./generated-answer.ts";
import type { VirtualClock } from "./virtual-clock.ts";
import { whenRead } from "./when-read.ts";

/** The answer to the next request, in the order in which they come. */
export type NextAnswer = () => GeneratedAnswer;

/** A `fetch` that reaches nobody: what it answers with is real, and comes when the clock says so. */
export function answeringFetch(next: NextAnswer, clock: Clock): Fetch {
  return async (url, { method = "GET", signal }) => {
    const answer = next();
    const { status, headers, text } = render(answer, examplesFor(method, url));
    const { delivery } = answer;
    const init = { status, headers };
    // Nothing but null goes with these.
    if (text === "" || [204, 205, 304].includes(status)) return new Response(null, init);
    switch (delivery.kind) {
      case "refused":
        throw failedFetch(delivery.code);
      case "silent":
        return wait(clock, Number.POSITIVE_INFINITY, signal) as Promise<never>;
      case "whole":
        return new Response(text, init);
      case "slow": {
        const pause = () => wait(clock, delivery.everyMs, signal);
        return new Response(stream(inPieces(text, delivery.pieces), pause), init);
      }
      case "cut": {
        const piece = text.slice(0, text.length * delivery.share);
        return new Response(
          stream([piece], async () => {}, failedFetch("ECONNRESET")),
          init,
        );
      }
    }
  };
}

/** What the platform's `fetch` rejects with. */
function failedFetch(code: string): TypeError {
  return new TypeError("fetch failed", {
    cause: Object.assign(new Error("it did not work"), code ? { code } : {}),
  });
}

function wait(clock: Clock, ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = Number.isFinite(ms) ? clock.schedule(resolve, ms) : () => {};
    signal?.addEventListener("abort", () => {
      cancel();
      reject(signal.reason);
    });
  });
}

function inPieces(text: string, count: number): string[] {
  const length = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
}

function stream(pieces: string[], before: () => Promise<void>, end?: Error): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      await before();
      const { value, done } = rest.next();
      if (!done) controller.enqueue(new TextEncoder().encode(value));
      else if (end) controller.error(end);
      else controller.close();
    },
  });
}

export interface AnsweringServer extends AsyncDisposable {
  readonly url: string;
}

/** Text put into an answer somewhere on its way, which no server would send. */
export interface Damage {
  /** Where, as a share of the whole. */
  share: number;
  text: string;
}

/** The same answers over a real connection, byte by byte as written: a server's own library would not send them all. */
export async function answeringServer(
  next: () => { answer: GeneratedAnswer; damage: Damage | undefined },
): Promise<AnsweringServer> {
  const server = createServer(({ method = "", url = "", socket }: IncomingMessage) => {
    const { answer, damage } = next();
    const known = examplesFor(method, `http://127.0.0.1${url}`);
    const bytes = onTheWire(render(answer, known), damage);
    void deliver(answer, bytes, socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // An AddressInfo, because it listens on a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function onTheWire({ status, headers, text }: Rendered, damage: Damage | undefined): Buffer {
  const fields = { "Content-Length": String(Buffer.byteLength(text)), ...headers, Connection: "close" };
  // What damage moves from the head into the body belongs to the answer's data from then on: it must not be a secret.
  if (damage) Reflect.deleteProperty(fields, "Set-Cookie");
  const lines = Object.entries(fields).map(([name, content]) => `${name}: ${content}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${status} As Generated\r\n${lines.join("")}\r\n`, "latin1");
  const bytes = Buffer.concat([head, Buffer.from(text)]);
  if (!damage) return bytes;
  const at = Math.floor(bytes.length * damage.share);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(damage.text), bytes.subarray(at)]);
}

/** Silence would last for ever on a clock that stands still while an answer is on its way: it is a cut here. */
async function deliver({ delivery }: GeneratedAnswer, bytes: Buffer, socket: Socket): Promise<void> {
  socket.on("error", () => {});
  switch (delivery.kind) {
    case "refused":
    case "silent":
      socket.resetAndDestroy();
      return;
    case "cut":
      socket.write(bytes.subarray(0, bytes.length * delivery.share), () => socket.destroy());
      return;
    case "slow":
      for (
        let piece = 0, length = Math.ceil(bytes.length / delivery.pieces);
        piece < delivery.pieces;
        piece += 1
      ) {
        socket.write(bytes.subarray(piece * length, (piece + 1) * length));
        await sleep(0);
      }
      socket.end();
      return;
    case "whole":
      socket.end(bytes);
  }
}

/** The platform's `fetch`, during which the time stands still. */
export function holding(clock: VirtualClock): Fetch {
  return async (url, init) => {
    const release = clock.hold();
    try {
      return whenRead(await fetch(url, init), release);
    } catch (error) {
      release();
      throw error;
    }
  };
}
