import { describe, expect, test } from "vitest";
import { createOutput, type OutputOptions } from "./output.ts";
import { systemClock } from "./system-clock.ts";
import type { OutputStream } from "./world.ts";

interface Streams {
  /** Which of the streams are terminals. */
  terminals?: ("stdout" | "stderr")[];
  options?: Partial<OutputOptions>;
}

/** An output, and everything that it writes, in order, with the name of the stream. */
function open({ terminals = [], options }: Streams = {}) {
  const written: [stream: string, text: string][] = [];
  const stream = (name: "stdout" | "stderr"): OutputStream => ({
    isTTY: terminals.includes(name),
    columns: 80,
    write(text, done) {
      written.push([name, text]);
      done();
    },
  });
  const world = {
    env: { NO_COLOR: "1" },
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    clock: systemClock,
    fetch,
    proxies: "on" as const,
    random: Math.random,
    signal: new AbortController().signal,
  };
  const output = createOutput(world, { isJson: false, isDebug: true, secrets: [], ...options });
  const textOf = (name: string) =>
    written
      .filter(([stream]) => stream === name)
      .map(([, text]) => text)
      .join("");
  return { output, written, textOf };
}

const created = {
  type: "created",
  job: { id: "6ae80653f2c94e0d8b6a1c57", exportBucketId: "66b1f0a97c3d5e2148fa0b92" },
  idempotencyKey: "weekly\u009b45",
  isNew: true,
} as const;

describe("whatever is printed", () => {
  test("has no control character in it but its line ends", () => {
    const { output, written } = open();
    const hostile = "\u001b[2J\u0007\r\u009b\u202e";
    output.note(hostile);
    output.debug(hostile);
    output.help(hostile);
    output.result(created, () => [hostile, ["a", { text: hostile, look: "red" }]]);
    output.failure({ exitCode: 1, what: hostile, why: hostile, todo: hostile });
    const text = written.map(([, text]) => text).join("");
    expect(text).toMatch(/^[\n\x20-\x7e]+$/);
    expect(text.match(/\\u001b\[2J/g)).toHaveLength(8);
  });

  test("is the same JSON to its reader", () => {
    const { output, textOf } = open({ options: { isJson: true } });
    output.event(created);
    expect(textOf("stdout")).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(textOf("stdout"))).toEqual(created);
  });

  test("has no secret in it, not even one with control characters", () => {
    const { output, textOf } = open({ options: { secrets: ["5f0c\u009b9d3e"] } });
    output.note("the key 5f0c\u009b9d3e is wrong");
    expect(textOf("stderr")).toBe("the key [secret] is wrong\n");
  });
});

test("an error is three lines, whatever its texts have in them", () => {
  const { output, textOf } = open();
  output.failure({ exitCode: 1, what: "one\ntwo", why: " a\r\nb ", todo: "x\u2028y" });
  expect(textOf("stderr")).toBe("error: one two\n  why: a b\n   do: x y\n");
});

describe("the live line", () => {
  test("makes room for a line, and comes back", () => {
    const { output, textOf } = open({ terminals: ["stdout", "stderr"] });
    output.live("Queued  0:00");
    output.note("a word");
    expect(textOf("stderr")).toBe("\r\u001b[KQueued  0:00\r\u001b[Ka word\n\r\u001b[KQueued  0:00");
  });

  test("is there with --json on a terminal, and makes room for each document", () => {
    const { output, written } = open({ terminals: ["stdout", "stderr"], options: { isJson: true } });
    output.live("Queued  0:00");
    output.event(created);
    expect(written.map(([stream, text]) => `${stream} ${text.slice(0, 9)}`)).toEqual([
      "stderr \r\u001b[KQueue",
      "stderr \r\u001b[K",
      'stdout {"type":"',
      "stderr \r\u001b[KQueue",
    ]);
  });

  test("is not there where piped documents may be printed to the same terminal: people get lines", () => {
    const { output, textOf } = open({ terminals: ["stderr"], options: { isJson: true } });
    expect(output.liveColumns).toBeUndefined();
    output.live("Queued  0:00");
    output.event(created);
    output.note("0:00  Queued");
    expect(textOf("stderr")).toBe("0:00  Queued\n");
  });

  test("is there where a table is piped: nothing is written before the end", () => {
    const { output } = open({ terminals: ["stderr"] });
    expect(output.liveColumns).toBe(80);
  });
});
