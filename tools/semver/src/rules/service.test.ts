import { expect, test } from "vitest";
import { type Level, level, describe as say } from "../change.ts";
import { compare } from "../compare.ts";
import type { Node } from "../node.ts";
import type { ServiceRuleId } from "./rule.ts";
import { serviceRules } from "./service.ts";
import { withOperation } from "./small-definition.ts";

const json = (schema: Node = {}, rest: Node = {}): Node => ({ "application/json": { schema, ...rest } });
const parameter = (name: string, rest: Node = {}): Node => ({ name, in: "query", schema: {}, ...rest });
const withParameters = (...parameters: Node[]): Node => withOperation({ parameters });
const withBody = (requestBody: Node): Node => withOperation({ requestBody });
const withStatus = (...statuses: string[]): Node =>
  withOperation({ responses: Object.fromEntries(statuses.map((status) => [status, { description: "" }])) });
const withResponse = (response: Node): Node => withOperation({ responses: { 200: response } });
const withHeader = (header: Node): Node => withResponse({ headers: { "Retry-After": header } });
const withExamples = (examples: Node): Node => withResponse({ content: json({}, { examples }) });
const withServers = (...urls: string[]): Node => withOperation({}, { servers: urls.map((url) => ({ url })) });
const withSecurity = (...security: Node[]): Node => withOperation({ security });
const withComponents = (components: Node): Node => withOperation({}, { components });
const withScheme = (scheme: Node): Node => withComponents({ securitySchemes: { Key: scheme } });
const withTokenUrl = (tokenUrl: string): Node =>
  withScheme({ type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } });
const other: Node = { paths: { "/other": { get: { operationId: "getOther", responses: {} } } } };

type Row = [rule: ServiceRuleId, level: Level, base: Node, head: Node, sentence: string];

/** Each rule by the smallest change that it is for. */
const rows: Row[] = [
  ["operation-added", "minor", withOperation({}), withOperation({}, other), "`getOther` is a new operation"],
  [
    "operation-removed",
    "major",
    withOperation({}, other),
    withOperation({}),
    "`getOther` is gone: whatever calls it has to do without",
  ],
  [
    "operation-moved",
    "major",
    withOperation({}),
    { ...withOperation({}), paths: { "/things": { put: { operationId: "setThing", responses: {} } } } },
    "`setThing` is now at `PUT /things`, no longer at `PUT /thing`",
  ],
  [
    "operation-renamed",
    "major",
    withOperation({}),
    withOperation({ operationId: "putThing" }),
    "`setThing` is now called `putThing`: rename its function, types and examples",
  ],
  [
    "operation-deprecated",
    "minor",
    withOperation({}),
    withOperation({ deprecated: true }),
    "`setThing` is deprecated: plan to do without it",
  ],
  [
    "operation-restored",
    "patch",
    withOperation({ deprecated: true }),
    withOperation({}),
    "`setThing` is no longer deprecated",
  ],

  [
    "parameter-added-required",
    "major",
    withParameters(),
    withParameters(parameter("a", { required: true })),
    "`setThing` now needs the parameter `a`",
  ],
  [
    "parameter-added-optional",
    "minor",
    withParameters(),
    withParameters(parameter("a")),
    "`setThing` may now be given the parameter `a`",
  ],
  [
    "parameter-removed",
    "major",
    withParameters(parameter("a")),
    withParameters(),
    "`setThing` no longer takes the parameter `a`: stop sending it",
  ],
  [
    "parameter-moved",
    "major",
    withParameters(parameter("a")),
    withParameters(parameter("a", { in: "header" })),
    "`a` now belongs in the header, no longer in the query",
  ],
  [
    "parameter-became-required",
    "major",
    withParameters(parameter("a")),
    withParameters(parameter("a", { required: true })),
    "`a` has to be given now",
  ],
  [
    "parameter-became-optional",
    "minor",
    withParameters(parameter("a", { required: true })),
    withParameters(parameter("a")),
    "`a` may now be left out",
  ],
  [
    "parameter-spelling-changed",
    "major",
    withParameters(parameter("a")),
    withParameters(parameter("a", { explode: false })),
    "`a` is written in another way on the wire",
  ],
  [
    "parameter-deprecated",
    "minor",
    withParameters(parameter("a")),
    withParameters(parameter("a", { deprecated: true })),
    "`a` is deprecated: plan to do without it",
  ],
  [
    "parameter-restored",
    "patch",
    withParameters(parameter("a", { deprecated: true })),
    withParameters(parameter("a")),
    "`a` is no longer deprecated",
  ],

  [
    "request-body-added-required",
    "major",
    withOperation({}),
    withBody({ required: true, content: json() }),
    "`setThing` now needs a body",
  ],
  [
    "request-body-added-optional",
    "minor",
    withOperation({}),
    withBody({ content: json() }),
    "`setThing` may now be given a body",
  ],
  [
    "request-body-removed",
    "major",
    withBody({ content: json() }),
    withOperation({}),
    "`setThing` no longer takes a body: stop sending one",
  ],
  [
    "request-body-became-required",
    "major",
    withBody({ content: json() }),
    withBody({ required: true, content: json() }),
    "the body of `setThing` has to be given now",
  ],
  [
    "request-body-became-optional",
    "minor",
    withBody({ required: true, content: json() }),
    withBody({ content: json() }),
    "the body of `setThing` may now be left out",
  ],
  [
    "request-media-type-added",
    "minor",
    withBody({ content: json() }),
    withBody({ content: { ...json(), "text/csv": {} } }),
    "`setThing` now also takes `text/csv`",
  ],
  [
    "request-media-type-removed",
    "major",
    withBody({ content: { ...json(), "text/csv": {} } }),
    withBody({ content: json() }),
    "`setThing` no longer takes `text/csv`",
  ],
  [
    "response-media-type-added",
    "minor",
    withResponse({ content: json() }),
    withResponse({ content: { ...json(), "text/csv": {} } }),
    "`setThing 200` can now also be `text/csv`",
  ],
  [
    "response-media-type-removed",
    "major",
    withResponse({ content: { ...json(), "text/csv": {} } }),
    withResponse({ content: json() }),
    "`setThing 200` can no longer be `text/csv`",
  ],
  [
    "version-date-changed",
    "major",
    withResponse({ content: { "application/vnd.atlas.2023-01-01+json": {} } }),
    withResponse({ content: { "application/vnd.atlas.2024-05-30+json": {} } }),
    "`setThing` now speaks the version of 2024-05-30, no longer that of 2023-01-01",
  ],

  [
    "success-status-added",
    "major",
    withStatus("200"),
    withStatus("200", "202"),
    "`setThing` can now also succeed with `202`: a closed switch over its statuses must handle it",
  ],
  [
    "success-status-removed",
    "major",
    withStatus("200", "202"),
    withStatus("200"),
    "`setThing` no longer answers with `202`: what waits for it waits in vain",
  ],
  [
    "error-status-added",
    "minor",
    withStatus("200"),
    withStatus("200", "409"),
    "`setThing` can now also fail with `409`",
  ],
  [
    "error-status-removed",
    "minor",
    withStatus("200", "409"),
    withStatus("200"),
    "`setThing` no longer fails with `409`",
  ],
  ["response-header-added", "minor", withResponse({}), withHeader({}), "answers now carry `Retry-After`"],
  [
    "response-header-removed",
    "major",
    withHeader({}),
    withResponse({}),
    "answers no longer carry `Retry-After`: what reads it finds nothing",
  ],
  [
    "response-header-became-required",
    "minor",
    withHeader({}),
    withHeader({ required: true }),
    "answers now always carry `Retry-After`",
  ],
  [
    "response-header-became-optional",
    "major",
    withHeader({ required: true }),
    withHeader({}),
    "answers may now come without `Retry-After`: what reads it must do without",
  ],

  [
    "sign-in-added",
    "minor",
    withSecurity({ Key: [] }),
    withSecurity({ Key: [] }, { Account: [] }),
    "one can now also sign in with `Account`",
  ],
  [
    "sign-in-removed",
    "major",
    withSecurity({ Key: [] }, { Account: [] }),
    withSecurity({ Account: [] }),
    "signing in with `Key` is no longer enough",
  ],
  [
    "security-scheme-added",
    "minor",
    withComponents({}),
    withScheme({ type: "http", scheme: "basic" }),
    "`Key` is a new security scheme",
  ],
  [
    "security-scheme-changed",
    "major",
    withScheme({ type: "http", scheme: "digest" }),
    withScheme({ type: "http", scheme: "basic" }),
    "signing in with `Key` now goes another way",
  ],
  [
    "security-scheme-removed",
    "minor",
    withScheme({ type: "http", scheme: "basic" }),
    withComponents({}),
    "the security scheme `Key` is gone",
  ],
  [
    "token-url-changed",
    "major",
    withTokenUrl("/old"),
    withTokenUrl("/new"),
    "tokens for `Key` now come from `/new`, no longer from `/old`",
  ],
  [
    "server-moved",
    "major",
    withServers("https://a.example"),
    withServers("https://b.example"),
    "requests go to `https://b.example` unless told otherwise, no longer to `https://a.example`",
  ],
  [
    "server-added",
    "minor",
    withServers("https://a.example"),
    withServers("https://a.example", "https://b.example"),
    "`https://b.example` is a new server",
  ],
  [
    "server-removed",
    "major",
    withServers("https://a.example", "https://b.example"),
    withServers("https://a.example"),
    "`https://b.example` is no longer a server",
  ],

  [
    "type-name-added",
    "minor",
    withComponents({}),
    withComponents({ schemas: { Thing: {} } }),
    "`Thing` is a new type",
  ],
  [
    "type-name-removed",
    "major",
    withComponents({ schemas: { Thing: {} } }),
    withComponents({}),
    "the type `Thing` is gone: imports of it no longer compile",
  ],
  ["example-added", "patch", withExamples({}), withExamples({ a: { value: 1 } }), "`a` is a new example"],
  [
    "example-changed",
    "patch",
    withExamples({ a: { value: 1 } }),
    withExamples({ a: { value: 2 } }),
    "the example `a` has another value",
  ],
  [
    "example-removed",
    "major",
    withExamples({ a: { value: 1 } }),
    withExamples({}),
    "the example `a` is gone: tests that name it no longer compile",
  ],
  [
    "documentation-changed",
    "patch",
    withOperation({ summary: "Set it" }),
    withOperation({ summary: "Set the thing" }),
    "`setThing` is documented in other words",
  ],
  [
    "rearranged",
    "patch",
    withParameters(parameter("a"), parameter("b")),
    withParameters(parameter("b"), parameter("a")),
    "the definition is arranged in another way and means the same",
  ],
  [
    "unjudged-changed",
    "major",
    withOperation({}),
    withOperation({ callbacks: {} }),
    "`callbacks` of `setThing` changed; nobody has judged what that means, so it counts as breaking",
  ],
];

test.each(rows)("%s is %s", (rule, expected, base, head, sentence) => {
  const changes = compare(base, head);
  expect(changes.map((change) => change.rule)).toEqual([rule]);
  expect(changes.map(level)).toEqual([expected]);
  expect(changes.map(say)).toEqual([sentence]);
});

test("every rule for operations and what surrounds them is shown at work", () => {
  expect(rows.map(([rule]) => rule).sort()).toEqual(Object.keys(serviceRules).sort());
});
