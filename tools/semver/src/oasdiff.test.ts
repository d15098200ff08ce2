import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { highest } from "./change.ts";
import type { RuleId } from "./rules/rule.ts";
import { rules } from "./rules.ts";

// Names and levels of the rules of oasdiff (https://github.com/oasdiff/oasdiff), the most careful list there is.
const { error, warning, info } = JSON.parse(
  readFileSync(new URL("oasdiff-rules.json", import.meta.url), "utf8"),
) as Record<"error" | "warning" | "info", string[]>;

/** Their rules, our rule for the same change, and why ours judges otherwise if it does. */
type Mapping = [theirs: RegExp, ours: RuleId, why?: string];

const both = (theirs: (direction: "request" | "response") => Mapping): Mapping[] => [
  theirs("request"),
  theirs("response"),
];

const anywhere = "(body|property|parameter|parameter-property|header)";
const condition =
  "(if|then|else|contains|dependent-required|dependent-schema|pattern-property|property-names|unevaluated-items|unevaluated-properties|content-schema)";
const limit = "(length|items|contains)";

const direction = "what the answer lets through more, a reader has to expect, whatever the keyword";
const surface =
  "it takes or gives the properties of its name away in our types, which leave out what is read-only or write-only";
const defaults = "a request that leaves the value out means something else, in a body as in a parameter";
const undecided = "nobody here decides whether one pattern includes another";
const signIn = "who cannot sign in is not helped by an unchanged body";

const mappings: Mapping[] = [
  [/^endpoint-added$/, "operation-added"],
  [/^api(-path)?-removed-(without-deprecation|before-sunset)$/, "operation-removed"],
  [
    /^api(-path)?-removed-with-deprecation$/,
    "operation-removed",
    "a function that is gone does not compile, however long it was deprecated",
  ],
  [/^endpoint-deprecated$/, "operation-deprecated"],
  [/^endpoint-reactivated$/, "operation-restored"],
  [
    /^api-operation-id-(added|removed)$/,
    "operation-renamed",
    "the name of the operation is the name of the client's function and of its types",
  ],
  [/^api-tag-(added|removed)$/, "documentation-changed"],
  [
    /^api-schema-removed$/,
    "type-name-removed",
    "the types package exports every component schema by its name",
  ],
  [/^webhook-removed$/, "unjudged-changed"],
  [/^webhook-added$/, "unjudged-changed", "no package is made from webhooks, so nobody has judged them"],

  [/^api-(global-)?security-added$/, "sign-in-added"],
  [/^api-(global-)?security-removed$/, "sign-in-removed", signIn],
  [/^api-(global-)?security-scope-removed$/, "sign-in-added"],
  [/^api-(global-)?security-scope-added$/, "sign-in-removed", signIn],
  [/^api-security-component-added$/, "security-scheme-added"],
  [/^api-security-component-removed$/, "security-scheme-removed"],
  [/^api-security-component-(type|oauth-url)-changed$/, "security-scheme-changed", signIn],
  [/^api-security-component-oauth-token-url-changed$/, "token-url-changed", signIn],
  [/^api-security-component-oauth-scope-(added|removed|changed)$/, "documentation-changed"],

  [/^new-required-request-(parameter|default-parameter-to-existing-path)$/, "parameter-added-required"],
  [/^new-request-path-parameter$/, "parameter-added-required"],
  [/^new-optional-request-(parameter|default-parameter-to-existing-path)$/, "parameter-added-optional"],
  [/^request-parameter-removed(-before-sunset)?$/, "parameter-removed"],
  [
    /^request-parameter-removed-with-deprecation$/,
    "parameter-removed",
    "input that still names it does not compile, however long it was deprecated",
  ],
  [/^request-parameter-became-required$/, "parameter-became-required"],
  [/^request-parameter-became-optional$/, "parameter-became-optional"],
  [/^request-parameter-deprecated$/, "parameter-deprecated"],
  [/^request-parameter-reactivated$/, "parameter-restored"],

  [/^request-body-added-required$/, "request-body-added-required"],
  [/^request-body-added-optional$/, "request-body-added-optional"],
  [/^request-body-removed$/, "request-body-removed"],
  [/^request-body-became-required$/, "request-body-became-required"],
  [/^request-body-became-optional$/, "request-body-became-optional"],
  [/^request-body-media-type-added$/, "request-media-type-added"],
  [/^request-body-media-type-removed$/, "request-media-type-removed"],
  [/^request-body-media-type-schema-added$/, "request-type-narrowed"],
  [/^request-body-media-type-schema-removed$/, "request-type-widened"],

  [/^response-success-status-removed$/, "success-status-removed"],
  [
    /^response-success-status-added$/,
    "success-status-added",
    "what the client resolves with may have another shape, so a closed switch breaks",
  ],
  [/^response-non-success-status-added$/, "error-status-added"],
  [/^response-non-success-status-removed$/, "error-status-removed"],
  [/^response-media-type-added$/, "response-media-type-added"],
  [/^response-media-type-(removed|name-generalized)$/, "response-media-type-removed"],
  [
    /^response-media-type-name-(changed|specialized)$/,
    "response-media-type-removed",
    "the types name a media type by its whole text",
  ],
  [/^response-body-media-type-schema-added$/, "response-type-narrowed"],
  [/^response-body-media-type-schema-removed$/, "response-type-widened"],
  [/^response-header-added$/, "response-header-added"],
  [/^(required|optional)-response-header-removed$/, "response-header-removed"],
  [/^response-header-became-optional$/, "response-header-became-optional"],

  [
    /^new-required-request-(property|property-with-default|header-property)$/,
    "request-property-added-required",
  ],
  [/^new-optional-request-property$/, "request-property-added-optional"],
  [/^request-property-removed$/, "request-property-removed"],
  [
    /^request-(property-became-required|property-became-required-with-default|header-property-became-required)$/,
    "request-property-became-required",
  ],
  [/^request-property-became-optional$/, "request-property-became-optional"],
  [/^response-(optional|required)-property-added$/, "response-property-added"],
  [/^response-(optional|required)-property-removed$/, "response-property-removed"],
  [/^response-property-became-optional$/, "response-property-became-optional"],
  [/^response-property-became-required$/, "response-property-became-required"],
  [/^request-(optional|required)-property-became-read-only$/, "request-property-removed", surface],
  [/^request-optional-property-became-not-read-only$/, "request-property-added-optional"],
  [/^request-required-property-became-not-read-only$/, "request-property-added-required", surface],
  [/^response-(optional|required)-property-became-write-only$/, "response-property-removed", surface],
  [/^response-(optional)-property-became-not-write-only$/, "response-property-added"],
  [/^response-(required)-property-became-not-write-only$/, "response-property-added", surface],
  [/^(request|response)-property-deprecated$/, "property-deprecated"],
  [/^(request|response)-property-reactivated$/, "property-restored"],

  ...both((way) => [new RegExp(`^${way}-${anywhere}-type-changed$`), `${way}-type-changed`]),
  ...both((way) => [
    new RegExp(`^${way}-${anywhere}-type-compatible$`),
    `${way}-type-changed`,
    "bodies are JSON, where 1 is not the text 1, and our types tell the two apart",
  ]),
  ...both((way) => [
    new RegExp(`^${way}-${anywhere}-(type-generalized|list-of-types-widened|became-nullable)$`),
    `${way}-type-widened`,
  ]),
  ...both((way) => [
    new RegExp(`^${way}-${anywhere}-(type-specialized|list-of-types-narrowed|became-not-nullable)$`),
    `${way}-type-narrowed`,
  ]),

  [/^request-(body|property|parameter|header-property)-became-enum$/, "request-enum-added"],
  [/^request-(body|property|parameter|parameter-property)-enum-value-added$/, "request-enum-value-added"],
  [/^request-(body|property|parameter|parameter-property)-enum-value-removed$/, "request-enum-value-removed"],
  [/^response-property-enum-value-added$/, "response-enum-value-added"],
  [/^response-(property|mediatype)-enum-value-removed$/, "response-enum-value-removed"],
  ...both((way) => [new RegExp(`^${way}-${anywhere}-const-added$`), `${way}-enum-added`]),
  ...both((way) => [new RegExp(`^${way}-${anywhere}-const-removed$`), `${way}-enum-removed`]),
  [/^request-(body|property)-const-changed$/, "request-enum-value-removed"],
  [/^response-(body|property)-const-changed$/, "response-enum-value-added"],

  [/^request-(property|parameter)-pattern-added$/, "request-pattern-added"],
  [/^request-(property|parameter)-pattern-removed$/, "request-pattern-removed"],
  [/^request-(property|parameter)-pattern-changed$/, "request-pattern-changed"],
  [/^request-(property|parameter)-pattern-generalized$/, "request-pattern-changed", undecided],
  [/^response-property-pattern-added$/, "response-pattern-added"],
  [/^response-property-pattern-changed$/, "response-pattern-changed", undecided],
  [/^response-property-pattern-removed$/, "response-pattern-removed", direction],

  ...both((way) => [
    new RegExp(
      `^${way}-${anywhere}-(exclusive-)?(max(-${limit})?-(set|decreased)|min(-${limit})?-(set|increased))$`,
    ),
    `${way}-limit-narrowed`,
  ]),
  ...both((way) => [
    new RegExp(
      `^${way}-${anywhere}-(exclusive-)?(max(-${limit})?-(unset|increased)|min(-${limit})?-(unset|decreased))$`,
    ),
    `${way}-limit-widened`,
  ]),

  [/^request-parameter-default-value-added$/, "request-default-added"],
  [/^request-parameter-default-value-changed$/, "request-default-changed"],
  [/^request-parameter-default-value-removed$/, "request-default-removed"],
  [/^request-(body|property)-default-value-added$/, "request-default-added", defaults],
  [/^request-(body|property)-default-value-changed$/, "request-default-changed", defaults],
  [/^request-(body|property)-default-value-removed$/, "request-default-removed", defaults],
  [/^response-(body|property)-default-value-added$/, "response-default-added"],
  [/^response-(body|property)-default-value-changed$/, "response-default-changed"],
  [
    /^response-(body|property)-default-value-removed$/,
    "response-default-removed",
    "openapi-typescript takes a property with a default for one that is always there",
  ],

  [/^request-(body|property)-(any|one)-of-added$/, "request-alternative-added"],
  [/^request-(body|property)-(any|one)-of-removed$/, "request-alternative-removed"],
  [/^response-(body|property)-one-of-added$/, "response-alternative-added"],
  [/^response-(body|property)-any-of-added$/, "response-alternative-added", direction],
  [/^response-(body|property)-(any|one)-of-removed$/, "response-alternative-removed"],
  [/^request-(body|property)-all-of-added$/, "request-part-added"],
  [
    /^request-(body|property)-all-of-removed$/,
    "request-part-removed",
    "one condition less lets more through; that a closed schema loses properties is told property by property",
  ],
  [/^response-(body|property)-all-of-added$/, "response-part-added"],
  [/^response-(body|property)-all-of-removed$/, "response-part-removed", direction],
  [/^(request|response)-(body|property)-all-of-(added|removed)-annotation-only$/, "documentation-changed"],
  [/^request-body-wrapped-in-one-of$/, "request-condition-added"],
  [/^response-body-wrapped-in-one-of$/, "response-type-widened"],

  ...both((way) => [new RegExp(`^${way}-${anywhere}-${condition}-added$`), `${way}-condition-added`]),
  ...both((way) => [new RegExp(`^${way}-${anywhere}-${condition}-removed$`), `${way}-condition-removed`]),
  ...both((way) => [
    new RegExp(`^${way}-${anywhere}-(dependent-required|content-media-type|content-encoding)-changed$`),
    `${way}-condition-changed`,
  ]),
  [/^request-(body|property)-prefix-items-removed$/, "request-condition-changed"],
  [/^response-(body|property)-prefix-items-added$/, "response-condition-changed"],
  [
    /^(request)-(body|property)-prefix-items-added$/,
    "request-condition-changed",
    "one more prefix item is one more rule for the item at that place",
  ],
  [/^response-(body|property)-prefix-items-removed$/, "response-condition-changed", direction],
  [
    /^request-(body|property)-discriminator-added$/,
    "request-condition-added",
    "openapi-typescript makes literal types from it",
  ],
  [/^request-(body|property)-discriminator-removed$/, "request-condition-removed"],
  [/^response-(body|property)-discriminator-added$/, "response-condition-added"],
  [
    /^response-(body|property)-discriminator-removed$/,
    "response-condition-removed",
    "a switch over its literal types no longer narrows",
  ],
  ...both((way) => [
    new RegExp(`^${way}-${anywhere}-discriminator-(property-name-changed|mapping-(added|deleted|changed))$`),
    `${way}-condition-changed`,
    "openapi-typescript makes literal types from it, and nobody here judges which",
  ]),
];

/** What our definitions cannot contain, or does not exist for us. */
const none: [theirs: RegExp, why: string][] = [
  [
    /sunset/,
    "nothing of ours reads x-sunset or x-stability-level: they count as documentation, deprecation alone as deprecation",
  ],
  [/stability/, "see sunset"],
  [/^api-(version-not-bumped|version-decreased|major-version-not-bumped)$/, "a release sets info.version"],
  [/x-extensible-enum/, "the definition lists values with enum, and an extension counts as documentation"],
  [/^request-read-only-property-/, "what is read-only is not sent, so there is nothing to compare"],
  [/^response-((optional|required)-)?write-only-property-/, "what is write-only is not answered"],
  [/^request-(optional|required)-property-became-(not-)?write-only$/, "it is sent as before"],
  [/^response-(optional|required)-property-became-(not-)?read-only$/, "it is answered as before"],
];

const level = (id: RuleId) => highest(Object.values(rules[id].levels));
const isBreaking = (id: string) => error.includes(id) || warning.includes(id);
const all = [...error, ...warning, ...info];
const mapped = all.map((id) => ({
  id,
  found: mappings.filter(([theirs]) => theirs.test(id)),
  absent: none.filter(([theirs]) => theirs.test(id)),
}));

test("the list of oasdiff's rules is whole", () => {
  expect(new Set(all).size).toBe(509);
});

test("every rule of oasdiff is answered by one of ours, or by a reason why there is none", () => {
  const unanswered = mapped.filter(({ found, absent }) => found.length === 0 && absent.length === 0);
  expect(unanswered.map(({ id }) => id)).toEqual([]);
});

test("no rule of oasdiff is answered twice", () => {
  const twice = mapped.filter(({ found, absent }) => found.length + Math.min(absent.length, 1) > 1);
  // A removal before its sunset date is a removal like any other.
  const removals = [
    "api-path-removed-before-sunset",
    "api-removed-before-sunset",
    "request-parameter-removed-before-sunset",
  ];
  expect(twice.map(({ id }) => id).sort()).toEqual(removals);
});

test.each(mapped.flatMap(({ id, found }) => found.map(([, ours, why]) => ({ id, ours, why }))))(
  "$id is judged by $ours at the same level, or there is a reason",
  ({ id, ours, why }) => {
    if (why === undefined) expect(level(ours) === "major").toBe(isBreaking(id));
  },
);

test("every pattern still fits a rule of oasdiff, and every reason still explains a difference", () => {
  const idle = [...mappings, ...none].filter(([theirs]) => !all.some((id) => theirs.test(id)));
  expect(idle.map(([theirs]) => theirs.source)).toEqual([]);
  const needless = mappings.filter(
    ([theirs, ours, why]) =>
      why !== undefined && !all.some((id) => theirs.test(id) && isBreaking(id) !== (level(ours) === "major")),
  );
  expect(needless.map(([theirs]) => theirs.source)).toEqual([]);
});
