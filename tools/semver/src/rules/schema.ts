import { code, orNothing } from "../words.ts";
import { beyondTypes, everywhere, readers, readersBeyondTypes, writtenCode } from "./concern.ts";
import type { Rule, SchemaRuleId } from "./rule.ts";

/** What a change of a schema means for users: whoever sends such a value (request), whoever gets one (response). */
export const schemaRules: Record<SchemaRuleId, Rule> = {
  "request-property-added-required": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} is new and has to be sent`,
  },
  "request-property-added-optional": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} is new and may be sent`,
  },
  "request-property-removed": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} can no longer be sent`,
  },
  "request-property-became-required": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} has to be sent now`,
  },
  "request-property-became-optional": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} need not be sent any more`,
  },
  "response-property-added": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} is new in answers`,
  },
  "response-property-removed": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} is gone from answers: what reads it finds nothing`,
  },
  "response-property-became-required": {
    levels: everywhere("minor"),
    says: ({ subject }) => `${subject} is now in every answer`,
  },
  "response-property-became-optional": {
    levels: everywhere("major"),
    says: ({ subject }) => `${subject} may now be missing from answers: what reads it must do without`,
  },

  "request-type-narrowed": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} now takes ${to} only, no longer ${from}`,
  },
  "request-type-widened": {
    levels: everywhere("minor"),
    says: ({ subject, from, to }) => `${subject} now takes ${to}, not only ${from}`,
  },
  "request-type-changed": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} now takes ${to} instead of ${from}`,
  },
  "response-type-narrowed": {
    levels: readers("minor"),
    says: ({ subject, from, to }) => `${subject} is now ${to} only, never again ${from}`,
  },
  "response-type-widened": {
    levels: readers("major"),
    says: ({ subject, from, to }) =>
      `${subject} may now be ${to}, not only ${from}: what reads it must handle all`,
  },
  "response-type-changed": {
    levels: everywhere("major"),
    says: ({ subject, from, to }) => `${subject} is now ${to} instead of ${from}`,
  },

  "request-enum-added": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} now takes only ${to}`,
  },
  "request-enum-removed": {
    levels: everywhere("minor"),
    says: ({ subject, from }) => `${subject} now takes other values than ${from}, too`,
  },
  "request-enum-value-added": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} now also takes ${code(to)}`,
  },
  "request-enum-value-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) => `${subject} no longer takes ${code(from)}`,
  },
  "response-enum-added": {
    levels: readers("minor"),
    says: ({ subject, to }) => `${subject} can now only be ${to}`,
  },
  "response-enum-removed": {
    levels: readers("major"),
    says: ({ subject, from }) =>
      `${subject} may now be something else than ${from}: a closed switch over it must handle the rest`,
  },
  "response-enum-value-added": {
    levels: readers("major"),
    says: ({ subject, to }) => `${subject} may now be ${code(to)}: a closed switch over it must handle it`,
  },
  "response-enum-value-removed": {
    levels: readers("minor"),
    says: ({ subject, from }) => `${subject} is never again ${code(from)}: what handles it can go`,
  },

  "request-pattern-added": {
    levels: beyondTypes("major"),
    says: ({ subject, to }) => `${subject} now has to match ${code(to)}`,
  },
  "request-pattern-changed": {
    levels: beyondTypes("major"),
    says: ({ subject, from, to }) => `${subject} now has to match ${code(to)}, no longer ${code(from)}`,
  },
  "request-pattern-removed": {
    levels: beyondTypes("minor"),
    says: ({ subject, from }) => `${subject} need not match ${code(from)} any more`,
  },
  "response-pattern-added": {
    levels: readersBeyondTypes("minor"),
    says: ({ subject, to }) => `${subject} now always matches ${code(to)}`,
  },
  "response-pattern-changed": {
    levels: readersBeyondTypes("major"),
    says: ({ subject, from, to }) =>
      `${subject} now matches ${code(to)}, no longer ${code(from)}: what parses it must be looked at`,
  },
  "response-pattern-removed": {
    levels: readersBeyondTypes("major"),
    says: ({ subject, from }) => `${subject} may now look different from ${code(from)}: do not rely on it`,
  },

  "request-format-added": {
    levels: { ...beyondTypes("major"), types: "patch" },
    says: ({ subject, to }) => `${subject} now has to be a ${code(to)}`,
  },
  "request-format-changed": {
    levels: { ...beyondTypes("major"), types: "patch" },
    says: ({ subject, from, to }) => `${subject} now has to be a ${code(to)}, no longer a ${code(from)}`,
  },
  "request-format-removed": {
    levels: { ...beyondTypes("minor"), types: "patch" },
    says: ({ subject, from }) => `${subject} need not be a ${code(from)} any more`,
  },
  "response-format-added": {
    levels: { ...readersBeyondTypes("minor"), types: "patch" },
    says: ({ subject, to }) => `${subject} is now always a ${code(to)}`,
  },
  "response-format-changed": {
    levels: { ...readersBeyondTypes("major"), types: "patch" },
    says: ({ subject, from, to }) => `${subject} is now a ${code(to)}, no longer a ${code(from)}`,
  },
  "response-format-removed": {
    levels: { ...readersBeyondTypes("major"), types: "patch" },
    says: ({ subject, from }) =>
      `${subject} may now be something else than a ${code(from)}: do not rely on it`,
  },

  "request-limit-narrowed": {
    levels: beyondTypes("major"),
    says: ({ subject, from, to }) => `${subject} takes less: ${to}, before ${from}`,
  },
  "request-limit-widened": {
    levels: beyondTypes("minor"),
    says: ({ subject, from, to }) => `${subject} takes more: ${to}, before ${from}`,
  },
  "request-limit-changed": {
    levels: beyondTypes("major"),
    says: ({ subject, from, to }) => `${subject} takes other values: ${to}, before ${from}`,
  },
  "response-limit-narrowed": {
    levels: readersBeyondTypes("minor"),
    says: ({ subject, from, to }) => `${subject} keeps to less: ${to}, before ${from}`,
  },
  "response-limit-widened": {
    levels: readersBeyondTypes("major"),
    says: ({ subject, from, to }) => `${subject} may now go further: ${to}, before ${from}; make room for it`,
  },
  "response-limit-changed": {
    levels: readersBeyondTypes("major"),
    says: ({ subject, from, to }) => `${subject} keeps to other values: ${to}, before ${from}`,
  },

  "request-closed": {
    levels: beyondTypes("major"),
    says: ({ subject }) => `${subject} no longer takes properties beyond those it names`,
  },
  "request-opened": {
    levels: beyondTypes("minor"),
    says: ({ subject }) => `${subject} now takes properties beyond those it names`,
  },
  "response-closed": {
    levels: readersBeyondTypes("minor"),
    says: ({ subject }) => `${subject} no longer carries properties beyond those it names`,
  },
  "response-opened": {
    levels: readersBeyondTypes("major"),
    says: ({ subject }) => `${subject} may now carry properties beyond those it names`,
  },

  "request-alternative-added": {
    levels: everywhere("minor"),
    says: ({ subject, to }) => `${subject} may now also be ${code(to)}`,
  },
  "request-alternative-removed": {
    levels: everywhere("major"),
    says: ({ subject, from }) => `${subject} may no longer be ${code(from)}`,
  },
  "response-alternative-added": {
    levels: readers("major"),
    says: ({ subject, to }) => `${subject} may now also be ${code(to)}: what reads it must handle it`,
  },
  "response-alternative-removed": {
    levels: readers("minor"),
    says: ({ subject, from }) => `${subject} is never again ${code(from)}: what handles it can go`,
  },
  "request-part-added": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} now also has to be ${code(to)}`,
  },
  "request-part-removed": {
    levels: everywhere("minor"),
    says: ({ subject, from }) => `${subject} need not be ${code(from)} any more`,
  },
  "response-part-added": {
    levels: readers("minor"),
    says: ({ subject, to }) => `${subject} is now always ${code(to)}, too`,
  },
  "response-part-removed": {
    levels: readers("major"),
    says: ({ subject, from }) => `${subject} need not be ${code(from)} any more: do not rely on it`,
  },

  "request-condition-added": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} has to meet one more condition, ${code(to)}`,
  },
  "request-condition-changed": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} has to meet another condition, ${code(to)}`,
  },
  "request-condition-removed": {
    levels: everywhere("minor"),
    says: ({ subject, from }) => `${subject} has one condition less to meet, ${code(from)}`,
  },
  "response-condition-added": {
    levels: readers("minor"),
    says: ({ subject, to }) => `${subject} meets one more condition, ${code(to)}`,
  },
  "response-condition-changed": {
    levels: readers("major"),
    says: ({ subject, to }) => `${subject} meets another condition, ${code(to)}`,
  },
  "response-condition-removed": {
    levels: readers("major"),
    says: ({ subject, from }) => `${subject} need not meet the condition ${code(from)} any more`,
  },

  // What a request without the value means is behaviour. And openapi-typescript takes a property with a default
  // for one that is always there, in requests as in answers.
  "request-default-added": {
    levels: everywhere("major"),
    says: ({ subject, to }) => `${subject} left out now means ${orNothing(to)}`,
  },
  "request-default-changed": {
    levels: { ...everywhere("major"), types: "patch" },
    says: ({ subject, from, to }) =>
      `${subject} left out now means ${orNothing(to)}, no longer ${orNothing(from)}`,
  },
  "request-default-removed": {
    levels: { ...everywhere("major"), types: "minor" },
    says: ({ subject, from }) => `${subject} left out no longer means ${orNothing(from)}`,
  },
  "response-default-added": {
    levels: { spec: "minor", types: "minor", client: "minor" },
    says: ({ subject, to }) => `${subject} missing from an answer now means ${orNothing(to)}`,
  },
  "response-default-changed": {
    levels: { spec: "minor", types: "patch", client: "patch" },
    says: ({ subject, from, to }) =>
      `${subject} missing from an answer now means ${orNothing(to)}, no longer ${orNothing(from)}`,
  },
  "response-default-removed": {
    levels: { spec: "minor", types: "major", client: "major" },
    says: ({ subject, from }) =>
      `${subject} missing from an answer no longer means ${orNothing(from)}: what reads it must do without`,
  },

  "property-deprecated": {
    levels: writtenCode("minor"),
    says: ({ subject }) => `${subject} is deprecated: plan to do without it`,
  },
  "property-restored": {
    levels: writtenCode("patch"),
    says: ({ subject }) => `${subject} is no longer deprecated`,
  },
};
