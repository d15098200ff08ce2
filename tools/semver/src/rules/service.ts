import { code, orNothing } from "../words.ts";
import { beyondTypes, everywhere, writtenCode } from "./concern.ts";
import type { Rule, ServiceRuleId } from "./rule.ts";

/** What a change of operations, parameters, bodies, statuses, headers, sign-in and servers means for users. */
export const serviceRules: Record<ServiceRuleId, Rule> = {
  "operation-added": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} is a new operation`,
  },
  "operation-removed": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} is gone: whatever calls it has to do without`,
  },
  "operation-moved": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} is now at ${code(to)}, no longer at ${code(from)}`,
  },
  "operation-renamed": {
    levels: everywhere("major"),
    says: ({ subject, to }) =>
      `${subject} is now called ${code(to)}: rename its function, types and examples`,
  },
  "operation-deprecated": {
    levels: writtenCode("minor"),
    says: ({ subject }) => `${subject} is deprecated: plan to do without it`,
  },
  "operation-restored": {
    levels: writtenCode("patch"),
    says: ({ subject }) => `${subject} is no longer deprecated`,
  },

  "parameter-added-required": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} now needs the parameter ${code(to)}`,
  },
  "parameter-added-optional": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} may now be given the parameter ${code(to)}`,
  },
  "parameter-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) => `${subject} no longer takes the parameter ${code(from)}: stop sending it`,
  },
  "parameter-moved": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} now belongs in the ${to}, no longer in the ${from}`,
  },
  "parameter-became-required": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} has to be given now`,
  },
  "parameter-became-optional": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} may now be left out`,
  },
  "parameter-spelling-changed": {
    levels: beyondTypes("major"),
    says: ({ subject }) => `${subject} is written in another way on the wire`,
  },
  "parameter-deprecated": {
    levels: writtenCode("minor"),
    says: ({ subject }) => `${subject} is deprecated: plan to do without it`,
  },
  "parameter-restored": {
    levels: writtenCode("patch"),
    says: ({ subject }) => `${subject} is no longer deprecated`,
  },

  "request-body-added-required": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} now needs a body`,
  },
  "request-body-added-optional": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} may now be given a body`,
  },
  "request-body-removed": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} no longer takes a body: stop sending one`,
  },
  "request-body-became-required": {
    levels: everywhere("major"),
    says: ({ subject }) => `the body of ${subject} has to be given now`,
  },
  "request-body-became-optional": {
    levels: everywhere("minor"),
    says: ({ subject }) => `the body of ${subject} may now be left out`,
  },
  "request-media-type-added": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} now also takes ${code(to)}`,
  },
  "request-media-type-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) => `${subject} no longer takes ${code(from)}`,
  },
  "response-media-type-added": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} can now also be ${code(to)}`,
  },
  "response-media-type-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) => `${subject} can no longer be ${code(from)}`,
  },
  "version-date-changed": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} now speaks the version of ${to}, no longer that of ${from}`,
  },

  "success-status-added": {
    levels: everywhere("major"),
    says: ({ subject, to }) =>
      `${subject} can now also succeed with ${code(to)}: a closed switch over its statuses must handle it`,
  },
  "success-status-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) =>
      `${subject} no longer answers with ${code(from)}: what waits for it waits in vain`,
  },
  "error-status-added": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} can now also fail with ${code(to)}`,
  },
  "error-status-removed": {
    levels: everywhere("minor"),
    says: ({ subject, from }) => `${subject} no longer fails with ${code(from)}`,
  },
  "response-header-added": {
    levels: everywhere("minor"),
    says: ({ subject }) => `answers now carry ${subject}`,
  },
  "response-header-removed": {
    levels: everywhere("major"),
    says: ({ subject }) => `answers no longer carry ${subject}: what reads it finds nothing`,
  },
  "response-header-became-required": {
    levels: everywhere("minor"),
    says: ({ subject }) => `answers now always carry ${subject}`,
  },
  "response-header-became-optional": {
    levels: everywhere("major"),
    says: ({ subject }) => `answers may now come without ${subject}: what reads it must do without`,
  },

  "sign-in-added": {
    levels: { spec: "minor", client: "minor", mock: "minor" },
    says: ({ subject }) => `one can now also sign in with ${subject}`,
  },
  "sign-in-removed": {
    levels: { spec: "major", client: "major", mock: "major" },
    says: ({ subject }) => `signing in with ${subject} is no longer enough`,
  },
  "security-scheme-added": {
    levels: { spec: "minor" },
    says: ({ subject }) => `${subject} is a new security scheme`,
  },
  "security-scheme-changed": {
    levels: { spec: "major", client: "major", mock: "major" },
    says: ({ subject }) => `signing in with ${subject} now goes another way`,
  },
  "security-scheme-removed": {
    levels: { spec: "minor" },
    says: ({ subject }) => `the security scheme ${subject} is gone`,
  },
  "token-url-changed": {
    // The client follows by itself; whoever signs in without it, or with a token endpoint of the mock's, has to move.
    levels: { spec: "major", client: "minor", mock: "major" },
    says: ({ subject, from, to }) =>
      `tokens for ${subject} now come from ${orNothing(to)}, no longer from ${orNothing(from)}`,
  },
  "server-moved": {
    levels: { spec: "major", client: "major" },
    says: ({ from, to }) => `requests go to ${code(to)} unless told otherwise, no longer to ${code(from)}`,
  },
  "server-added": {
    levels: { spec: "minor" },
    says: ({ subject }) => `${subject} is a new server`,
  },
  "server-removed": {
    levels: { spec: "major" },
    says: ({ subject }) => `${subject} is no longer a server`,
  },

  "type-name-added": {
    levels: writtenCode("minor"),
    says: ({ subject }) => `${subject} is a new type`,
  },
  "type-name-removed": {
    levels: writtenCode("major"),
    says: ({ subject }) => `the type ${subject} is gone: imports of it no longer compile`,
  },
  "example-added": {
    levels: { spec: "patch", mock: "patch" },
    isHarmless: true,
    says: ({ subject }) => `${subject} is a new example`,
  },
  "example-changed": {
    levels: { spec: "patch", mock: "patch" },
    says: ({ subject, to }) => `the example ${subject} has another value${to ? ` at ${code(to)}` : ""}`,
  },
  "example-removed": {
    // Both packages type the names of the examples.
    levels: { spec: "major", mock: "major" },
    says: ({ subject }) => `the example ${subject} is gone: tests that name it no longer compile`,
  },
  "documentation-changed": {
    levels: writtenCode("patch"),
    isHarmless: true,
    says: ({ subject }) => `${subject} is documented in other words`,
  },
  rearranged: {
    levels: { spec: "patch", types: "patch" },
    isHarmless: true,
    says: () => "the definition is arranged in another way and means the same",
  },
  "unjudged-changed": {
    levels: { spec: "major" },
    says: ({ subject }) => `${subject} changed; nobody has judged what that means, so it counts as breaking`,
  },
};
