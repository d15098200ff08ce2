import * as client from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { answeringFetch, answeringServer, type Damage, holding } from "./answering.ts";
import { type Call, calls } from "./calls.ts";
import { play, type Scene, signIns } from "./fuzz.ts";
import { type Change, type GeneratedAnswer, generatedAnswer } from "./generated-answer.ts";

/** How many calls get generated answers, one or more each: 10,000 unless `FUZZ_RUNS` says another number. */
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 10_000);
/** And how many go over a real connection, where they take longer. */
const numRealRuns = Math.ceil(numRuns / 20);
/** A run takes milliseconds, but for the long answers. One that takes this long does not end, however busy the machine. */
const timeout = 120_000;
/** What one answer may take of the processor, in milliseconds: a thread that computes all the while notices no timeout. */
const maxCpuMs = 5_000;

const scene: fc.Arbitrary<Scene> = fc.record({
  call: fc.constantFrom(...calls.map(named)),
  signIn: fc.constantFrom(...(Object.keys(signIns) as (keyof typeof signIns)[])),
  isFull: fc.boolean(),
  token: fc.constantFrom<Scene["token"]>(undefined, false, "audit-2026-q4"),
  validateResponses: fc.constantFrom("error", "warn", "off"),
  deadlineMs: fc.constantFrom(undefined, 45_000),
  jitter: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
});

const answers = fc.array(generatedAnswer, { minLength: 1, maxLength: 8 });

const plain: Scene = {
  call: callOf("getBackupExportJob"),
  signIn: "own",
  isFull: false,
  token: undefined,
  validateResponses: "warn",
  deadlineMs: undefined,
  jitter: [0.5],
};
const valid: GeneratedAnswer = {
  status: undefined,
  headers: {},
  body: { kind: "example", isSuccess: true, which: 0, changes: [] },
  delivery: { kind: "whole" },
};

/** One of the examples of success, changed as given. */
const example = (which: number, ...changes: Change[]): GeneratedAnswer => ({
  ...valid,
  body: { kind: "example", isSuccess: true, which, changes },
});
const noJobs = example(2);
const jobWithoutId = example(0, { at: 3, isRemoved: true });
const brokenJobs: GeneratedAnswer = {
  ...valid,
  body: { kind: "long", before: '{"results":[{}', repeated: ',{"id":"x"}', times: 64_000, after: "]}" },
};

/**
 * What has once been found is tried every time: a token in an answer that is no 2xx; a body said to have no length; a
 * job without an id that would have been adopted; a list of which each job breaks the definition.
 */
const found: [Scene, GeneratedAnswer[]][] = [
  [{ ...plain, signIn: "serviceAccount" }, [{ ...valid, status: 500 }]],
  [plain, [{ ...valid, headers: { "Content-Length": "0" } }]],
  [
    { ...plain, call: callOf("createExportJob"), token: false },
    [noJobs, { ...valid, status: 500 }, jobWithoutId],
  ],
  [{ ...plain, call: callOf("listBackupExportJobs") }, [brokenJobs]],
];

/** And a token in an answer that is no HTTP. */
const foundOnTheWire: [Scene, { answer: GeneratedAnswer; damage: undefined }[]][] = [
  [
    { ...plain, signIn: "serviceAccount" },
    [{ answer: { ...valid, headers: { "Content-Length": "" } }, damage: undefined }],
  ],
];

const ends = new Map<string, number>();
let requests = 0;

test("every function that the package exports is called, or takes nothing from a service", () => {
  const functions = Object.entries(client).flatMap(([name, value]) =>
    typeof value === "function" ? [name] : [],
  );
  const others = functions.filter((name) => !/^(Atlas|is[A-Z])|Error$/.test(name));
  const set = [...Object.keys(signIns).filter((name) => name !== "own"), "createAtlasClient", "withPaths"];
  const texts = [
    "bucketUri",
    "completeMarkerKey",
    "parseCompleteMarker",
    "parseExportPrefix",
    "requestTokenOf",
  ];
  expect(others.sort()).toEqual([...calls.map(({ name }) => name), ...set, ...texts].sort());
});

describe("whatever a service answers, a call ends with what it promises or with an error of the client's, and no secret shows", () => {
  test(`${numRuns} calls with answers from memory`, { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scene, answers, async (played, script) => {
        const next = inTurn(script);
        const fetch = (clock: client.Clock) => answeringFetch(next, clock);
        await check(played, { baseUrl: "https://cloud.mongodb.com", fetch });
      }),
      { numRuns, timeout, examples: found },
    );
  });

  test(`${numRealRuns} calls with answers over a connection, some of them damaged`, {
    timeout: 3_600_000,
  }, async () => {
    let next: () => { answer: GeneratedAnswer; damage: Damage | undefined };
    await using server = await answeringServer(() => next());
    const damage: fc.Arbitrary<Damage | undefined> = fc.option(
      fc.record({
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        text: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\r\n", "\r\n\r\n", "0", ":")),
      }),
      { freq: 2, nil: undefined },
    );
    // Node's fetch asks again after 421, and then waits for ever for the rest of a body that ends early.
    const answer = generatedAnswer.filter(({ status }) => status !== 421);
    const script = fc.array(fc.record({ answer, damage }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(scene, script, async (played, sent) => {
        next = inTurn(sent);
        await check(played, { baseUrl: server.url, fetch: holding });
      }),
      { numRuns: numRealRuns, timeout, examples: foundOnTheWire },
    );
  });
});

test("whatever a text says, the readers of prefixes and markers answer or say that it is not one", {
  timeout: 600_000,
}, () => {
  const buckets = Object.values(examples.getExportBucket.responses[200]);
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    // Half of a pair of surrogates, which JSON can hold and UTF-8 cannot.
    fc.string({ unit: fc.constantFrom("\ud83d", "\ude00", "a", "/") }),
    fc.json(),
    fc.string().map((text) => `exported_snapshots/${text}`),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const prefix = client.parseExportPrefix(text);
      expect(prefix === undefined || typeof prefix === "object").toBe(true);
      expect(client.completeMarkerKey(text)).toMatch(/\.complete$/);
      for (const bucket of buckets) expect(client.bucketUri(bucket, text)).toMatch(/^(s3|gs|https):\/\/\w/);
      try {
        expect(client.parseCompleteMarker(text)).toBeTypeOf("object");
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    { numRuns },
  );
});

afterAll(() => {
  const counted = [...ends].sort(([, a], [, b]) => b - a).map(([end, count]) => `${count} ${end}`);
  console.log(`${requests} answers in all; the calls ended with ${counted.join(", ")}`);
});

async function check(played: Scene, world: Parameters<typeof play>[1]): Promise<void> {
  const before = process.threadCpuUsage();
  const outcome = await play(played, world);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000 / Math.max(outcome.requests, 1)).toBeLessThan(maxCpuMs);
  requests += outcome.requests;
  ends.set(outcome.end, (ends.get(outcome.end) ?? 0) + 1);
  expect(outcome.faults).toEqual([]);
}

/** One after the other, and from the start again. */
function inTurn<Item>([first, ...others]: readonly Item[]): () => Item {
  const items = [first, ...others] as Item[];
  let count = 0;
  return () => items[count++ % items.length] as Item;
}

function callOf(name: string): Call {
  const call = calls.find((candidate) => candidate.name === name);
  if (!call) throw new Error(`there is no call of ${name}`);
  return named(call);
}

/** Shown by its name in a counterexample. */
function named(call: Call): Call {
  return Object.assign(call, { [fc.toStringMethod]: () => call.name });
}
