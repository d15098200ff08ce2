import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import fc from "fast-check";
import { secrets } from "./secrets.ts";

/** What a service answers one request with, as a recipe: its text depends on which request it is. */
export interface GeneratedAnswer {
  /** Undefined for the status that the example belongs to. */
  status: number | undefined;
  headers: Record<string, string>;
  body: Body;
  delivery: Delivery;
}

export type Body =
  | { kind: "example"; isSuccess: boolean; which: number; changes: Change[] }
  | { kind: "enveloped"; which: number; status: unknown }
  | { kind: "truncated"; which: number; share: number }
  | { kind: "text"; text: string }
  /** Large, or nested deeply. */
  | { kind: "long"; before: string; repeated: string; times: number; after: string };

/** Something in the example, by number, that is taken out or replaced. */
export type Change = { at: number; isRemoved: true } | { at: number; isRemoved: false; value: unknown };

export type Delivery =
  | { kind: "whole" }
  | { kind: "slow"; pieces: number; everyMs: number }
  | { kind: "cut"; share: number }
  | { kind: "refused"; code: string }
  | { kind: "silent" };

/** One answer as it goes out. */
export interface Rendered {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** What the token endpoint sends, which is no operation of the definition. */
const tokenAnswers: Example[] = [
  [200, { access_token: secrets.accessToken, expires_in: 3600, token_type: "Bearer" }],
  [401, { error: "invalid_client", error_description: "The client is not known." }],
  [429, { error: 429, errorCode: "RATE_LIMITED", reason: "Too Many Requests", detail: "Too many tokens." }],
];

type Example = readonly [status: number, value: unknown];

/** The named examples of whatever operation the request is for. */
export function examplesFor(method: string, url: string): Example[] {
  const { pathname } = new URL(url);
  const operationId = routes.find(
    (route) => route.method === method && route.form.test(pathname),
  )?.operationId;
  if (operationId === undefined) return tokenAnswers;
  const { responses } = (examples as unknown as Examples)[operationId] ?? { responses: {} };
  return Object.entries(responses).flatMap(([status, named]) =>
    Object.values(named).map((value) => [Number(status), value] as const),
  );
}

type Examples = Record<string, { responses: Record<string, Record<string, unknown>> }>;

/** A path without a placeholder in some place goes before one with it there (OpenAPI 3.1, section 4.8.8.2). */
const routes = Object.entries(definition.paths)
  .sort(([one], [other]) => (one.replaceAll("{", "~") < other.replaceAll("{", "~") ? -1 : 1))
  .flatMap(([template, item]) =>
    Object.entries(item as Record<string, { operationId?: string }>).map(([method, { operationId }]) => ({
      method: method.toUpperCase(),
      form: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
      operationId,
    })),
  );

/** Status, headers and text of the answer to a request of which these are the examples. */
export function render({ status, headers, body }: GeneratedAnswer, known: readonly Example[]): Rendered {
  const [exampleStatus, text] = renderBody(body, known);
  return { status: status ?? exampleStatus, headers, text };
}

function renderBody(body: Body, known: readonly Example[]): [status: number, text: string] {
  switch (body.kind) {
    case "example": {
      const [status, value] = pick(body.isSuccess ? known.filter(([code]) => code < 300) : known, body.which);
      return [status, JSON.stringify(body.changes.reduce(change, value)) ?? ""];
    }
    case "enveloped": {
      const [status, value] = pick(known, body.which);
      const { results } = value as { results?: unknown };
      const envelope = { status: body.status ?? status };
      const enveloped = results ? { ...(value as object), ...envelope } : { ...envelope, content: value };
      return [200, JSON.stringify(enveloped)];
    }
    case "truncated": {
      const [status, value] = pick(known, body.which);
      const text = JSON.stringify(value);
      return [status, text.slice(0, text.length * body.share)];
    }
    case "text":
      return [200, body.text];
    case "long":
      return [200, `${body.before}${body.repeated.repeat(body.times)}${body.after}`];
  }
}

function pick(known: readonly Example[], which: number): Example {
  return known[which % known.length] ?? [200, null];
}

/** A copy in which one thing is another, or gone: a property, an item, or the whole. */
function change(value: unknown, how: Change): unknown {
  const copy: Parent = { root: structuredClone(value) };
  const places = placesIn(copy);
  const [parent, key] = places[how.at % places.length] ?? [copy, "root"];
  if (how.isRemoved) delete parent[key];
  else parent[key] = how.value;
  return copy["root"];
}

type Parent = Record<string, unknown>;

function placesIn(parent: object): [Parent, string][] {
  return Object.entries(parent).flatMap(([key, value]) => [
    [parent as Parent, key] as [Parent, string],
    ...(typeof value === "object" && value !== null ? placesIn(value) : []),
  ]);
}

const index = fc.nat({ max: 999 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const status = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(200, 400, 401, 403, 404, 405, 408, 409, 410, 429, 500, 502, 503, 504),
  },
  { weight: 2, arbitrary: fc.integer({ min: 200, max: 599 }) },
);

/** Text of the characters that a header can carry. */
const headerText = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
  .filter((text) => !text.includes("\u007f"));

const challenge = fc.oneof(
  fc
    .tuple(fc.constantFrom("MD5", "SHA-256", "md5", "SHA-512-256"), fc.boolean(), headerText)
    .map(
      ([algorithm, stale, text]) =>
        `Digest realm="MMS Public API", nonce="${text}", algorithm=${algorithm}, qop="auth", stale=${stale}`,
    ),
  headerText.map((text) => `Digest ${text}`),
  headerText.map((text) => `Digest realm="${text}", nonce="${text}", qop=auth`),
  fc.constantFrom(
    "Basic",
    'Bearer error="invalid_token"',
    "Digest",
    'Digest realm="',
    "Digest a=b, Digest",
    ",",
  ),
);

const number = fc.oneof(
  fc.nat().map(String),
  fc.constantFrom("0", "-1", "1e9", "3.5", "9".repeat(400), "NaN", "", "2147483648", "0x10"),
  headerText,
);

const date = fc.oneof(
  fc.date({ noInvalidDate: true }).map((at) => at.toUTCString()),
  fc.constantFrom("Mon, 02 Nov 2026 03:41:37 GMT", "Fri, 31 Feb 2026 99:99:99 GMT", "Monday", "@1793590867"),
  headerText,
);

const headers = fc.record(
  {
    "Content-Type": fc.oneof(
      fc.constantFrom(
        "application/json",
        "application/vnd.atlas.2023-01-01+json",
        "text/html",
        "image/png",
        "",
      ),
      headerText,
    ),
    "Retry-After": fc.oneof(fc.nat({ max: 200 }).map(String), number, date),
    "RateLimit-Limit": number,
    "RateLimit-Remaining": number,
    "RateLimit-Reset": number,
    "WWW-Authenticate": challenge,
    "X-Error-Code": fc.oneof(fc.constant("WRITES_NOT_ALLOWED_DURING_APP_UPGRADES"), headerText),
    Deprecation: date,
    Sunset: date,
    Location: fc.oneof(fc.webUrl(), headerText),
    "Set-Cookie": fc.constant(`session=${secrets.session}`),
    "Content-Length": number,
    "Content-Encoding": fc.constantFrom("gzip", "identity", "nonsense"),
  },
  { requiredKeys: [] },
);

const value = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, "", "Successful", "Failed", [], {}, [[]], [null], { id: null }),
  fc.jsonValue({ maxDepth: 3 }),
);

const changed: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ at: index, isRemoved: fc.constant(true as const) }),
  fc.record({ at: index, isRemoved: fc.constant(false as const), value }),
);

const example = (minChanges: number, maxChanges: number): fc.Arbitrary<Body> =>
  fc.record({
    kind: fc.constant("example" as const),
    isSuccess: fc.boolean(),
    which: index,
    changes: fc.array(changed, { minLength: minChanges, maxLength: maxChanges }),
  });

const text = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Body> =>
  fc.record({ kind: fc.constant("text" as const), text: arbitrary });

const million = 1_000_000;

const long: fc.Arbitrary<Body> = fc.constantFrom<Body>(
  { kind: "long", before: "", repeated: "<p>down</p>", times: million / 11, after: "" },
  { kind: "long", before: '{"id":"', repeated: "x", times: million, after: '"}' },
  {
    kind: "long",
    before: '{"results":[{}',
    repeated: `,{"id":"${"x".repeat(10)}"}`,
    times: million / 20,
    after: "]}",
  },
  {
    kind: "long",
    before: '{"content":',
    repeated: "[",
    times: 50_000,
    after: `${"]".repeat(50_000)},"status":200}`,
  },
  { kind: "long", before: "", repeated: '{"a":', times: 50_000, after: `1${"}".repeat(50_000)}` },
);

/** Null for the example's own. Not one of those that, inside an envelope as outside, mean that there is no body. */
const envelopeStatus = fc.option(value.filter((status) => status !== 204 && status !== 205));

const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 60, arbitrary: example(0, 0) },
  { weight: 60, arbitrary: example(1, 4) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant("enveloped" as const), which: index, status: envelopeStatus }),
  },
  { weight: 15, arbitrary: fc.record({ kind: fc.constant("truncated" as const), which: index, share }) },
  { weight: 15, arbitrary: text(fc.json()) },
  {
    weight: 10,
    arbitrary: text(fc.constantFrom("", " ", "<!doctype html><h1>Down</h1>", "null", "\u0000", '"')),
  },
  { weight: 10, arbitrary: text(fc.string({ unit: "binary" })) },
  { weight: 1, arbitrary: long },
);

const delivery: fc.Arbitrary<Delivery> = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Delivery>({ kind: "whole" }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("slow" as const),
      pieces: fc.integer({ min: 1, max: 5 }),
      everyMs: fc.nat({ max: 20_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), share }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("refused" as const),
      code: fc.constantFrom("ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "CERT_HAS_EXPIRED", ""),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Delivery>({ kind: "silent" }) },
);

/** Any answer that may come, and many that may not: one in two is as the definition says. */
export const generatedAnswer: fc.Arbitrary<GeneratedAnswer> = fc.record({
  status,
  headers: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: headers }),
  body,
  delivery,
});
