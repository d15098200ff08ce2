import { testClock } from "@atlas-snapshot-export/mock";
import { describe, expect, test } from "vitest";
import { seed } from "./testing/jobs.ts";
import { runIn, session } from "./testing/session.ts";
import type { Environment, World } from "./world.ts";

/** Every kind of character that could steer a terminal, and none of the sequences that the program writes itself. */
const hostile = "\u001b]0;title\u0007\u001b[5m\u001b[2J\r\n\b\u009b5m\u202egpj\u2066\u2028\u061c\u007f";
/** As much of it as a header can carry. */
const hostileHeader = "\u001b[2J\u0007\u009b5m\b\u007f";

const cluster = `--cluster ${seed.clusterName}`;
const target = `${cluster} --snapshot latest --bucket acme-atlas-exports`;
const waiting = "--interval 5s --timeout 20s";

const commands = [
  `list ${cluster}`,
  `get ID ${cluster}`,
  `wait ID ${cluster} ${waiting}`,
  `snapshots ${cluster}`,
  "buckets",
  `login --check ${cluster}`,
  `export ${target} --dry-run`,
  `export ${target} --wait ${waiting}`,
  `export ${target} --idempotency-key KEY`,
];

const ways = [
  { flags: "--debug", terminal: 60 },
  { flags: "--json", terminal: 60 },
  { flags: "", terminal: undefined },
  { flags: "--json --debug", terminal: undefined },
];

interface Recorded {
  status: number;
  body: string;
}

/** A command line, and the responses that it reads, by place: `GET /api/…`. */
interface Recording {
  line: string;
  env: Environment;
  responses: Map<string, Recorded[]>;
}

function placeOf(url: string, method = "GET"): string {
  return `${method} ${new URL(url).pathname.replaceAll(/[\da-f]{24}/g, "ID")}`;
}

/** Runs a command against the mock, where its job fails after 12 seconds. */
async function record(command: string): Promise<Recording> {
  await using atlas = await session({
    scenario: {
      job: [
        { example: "queued", forMs: 6_000 },
        { example: "inProgress", forMs: 6_000 },
        { example: "failed" },
      ],
    },
  });
  const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
  const { id } = /ID|KEY|list/.test(command) ? atlas.mock.addJob({ ...seed, customData }) : { id: "" };
  const line = command.replace("ID", String(id)).replace("KEY", "weekly-45");
  const responses = new Map<string, Recorded[]>();
  const fetch: World["fetch"] = async (url, init) => {
    const response = await atlas.clock.fetch(url, init);
    const place = placeOf(url, init?.method);
    const recorded = { status: response.status, body: await response.clone().text() };
    responses.set(place, [...(responses.get(place) ?? []), recorded]);
    return response;
  };
  await atlas.run(line, { fetch });
  const { url, credentials } = atlas.mock;
  const env = {
    MONGODB_ATLAS_BASE_URL: url,
    MONGODB_ATLAS_PROJECT_ID: seed.groupId,
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
  };
  return { line, env, responses };
}

type Change = (recorded: Recorded, place: string) => Recorded;

/** Runs a recorded command in each way with every response changed, and checks all that it prints. */
async function replay({ line, env, responses }: Recording, what: string, change: Change): Promise<void> {
  for (const { flags, terminal } of ways) {
    const left = new Map([...responses].map(([place, recorded]) => [place, [...recorded]]));
    const fetch: World["fetch"] = async (url, init) => {
      const place = placeOf(url, init?.method);
      const queue = left.get(place) ?? [];
      const recorded = (queue.length > 1 ? queue.shift() : queue[0]) ?? { status: 404, body: "" };
      const { status, body } = change(recorded, place);
      const headers = { "Content-Type": "application/json", "X-Note": hostileHeader };
      return new Response(status === 204 ? null : body, { status, headers });
    };
    const options = { ...(terminal ? { terminal } : {}), hasAnyDocuments: true };
    const ran = await runIn(env, `${line} ${flags}`, { clock: testClock(), fetch }, options);
    for (const [name, text] of Object.entries({ stdout: ran.stdout, stderr: ran.stderr })) {
      expect(controlsIn(text), `${name} of ${line} ${flags}, with ${what}`).toEqual([]);
    }
  }
}

/** What the program writes of its own accord: line ends, the live line and colours. */
const own = ["\n", "\r\u001b[K", ...[2, 22, 31, 32, 33, 36, 39].map((code) => `\u001b[${code}m`)];

function controlsIn(text: string): string[] {
  const others = own.reduce((left, sequence) => left.replaceAll(sequence, ""), text);
  return others.match(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu) ?? [];
}

/** A JSON text with each string changed. */
function changed(json: string, change: (path: string, text: string) => string): string {
  const visit = (value: unknown, path: string): unknown => {
    if (typeof value === "string") return change(path, value);
    if (Array.isArray(value)) return value.map((item) => visit(item, `${path}[]`));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, item]) => [name, visit(item, `${path}.${name}`)]));
  };
  return json === "" ? json : JSON.stringify(visit(JSON.parse(json), "body"));
}

/** All strings in the responses that a command reads, such as `GET /api/… body.results[].id`. */
function stringsIn({ responses }: Recording): Set<string> {
  const found = new Set<string>();
  for (const [place, recorded] of responses) {
    for (const { body } of recorded) {
      changed(body, (path, text) => {
        found.add(`${place} ${path}`);
        return text;
      });
    }
  }
  return found;
}

const isSignIn = (place: string) => place.includes("/oauth/");

describe.each(commands)("hostile text in a response does not steer the terminal of %s", async (command) => {
  const recording = await record(command);

  test.each([...stringsIn(recording)])("in %s", async (string) => {
    await replay(recording, string, ({ status, body }, place) => ({
      status,
      body: changed(body, (path, text) => (`${place} ${path}` === string ? text + hostile : text)),
    }));
  });

  test.each([400, 401, 403, 404, 409, 429, 500])("in a %d", async (status) => {
    const error = {
      error: status,
      errorCode: hostile,
      detail: hostile,
      reason: hostile,
      parameters: [hostile],
      badRequestDetail: { fields: [{ field: hostile, description: hostile }] },
    };
    await replay(recording, String(status), (recorded, place) =>
      isSignIn(place) ? recorded : { status, body: JSON.stringify(error) },
    );
  });

  test("in a page that is not JSON", async () => {
    await replay(recording, "a page", (recorded, place) =>
      isSignIn(place) ? recorded : { status: 503, body: `<h1>${hostile}</h1>` },
    );
  });

  test("in the refusal of a token", async () => {
    const body = JSON.stringify({ error: hostile, error_description: hostile });
    await replay(recording, "a refusal", () => ({ status: 401, body }));
  });
});

test("these commands are all that read from the service", async () => {
  const { stdout } = await runIn({}, "--help", { clock: testClock(), fetch });
  const names = [...stdout.matchAll(/^ {2}(\w+) .*\[options\]/gm)].map(([, name]) => name);
  const read = new Set(commands.map((command) => command.split(" ")[0]));
  expect(new Set(names)).toEqual(new Set([...read, "mock"]));
});
