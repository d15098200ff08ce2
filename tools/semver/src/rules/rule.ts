import type { Change, Levels } from "../change.ts";

/** Whether a client writes the value or reads it: what is safe in the one direction breaks in the other. */
export type Direction = "request" | "response";

type Turn = "added" | "changed" | "removed";

export type SchemaRuleId =
  | `request-property-${"added-required" | "added-optional" | "removed" | "became-required" | "became-optional"}`
  | `response-property-${"added" | "removed" | "became-required" | "became-optional"}`
  | `${Direction}-${"type" | "limit"}-${"narrowed" | "widened" | "changed"}`
  | `${Direction}-enum-${"added" | "removed" | "value-added" | "value-removed"}`
  | `${Direction}-${"pattern" | "format" | "condition" | "default"}-${Turn}`
  | `${Direction}-${"closed" | "opened"}`
  | `${Direction}-${"alternative" | "part"}-${"added" | "removed"}`
  | `property-${"deprecated" | "restored"}`;

export type ServiceRuleId =
  | `operation-${"added" | "removed" | "moved" | "renamed" | "deprecated" | "restored"}`
  | `parameter-${"added-required" | "added-optional" | "removed" | "moved" | "became-required" | "became-optional"}`
  | `parameter-${"spelling-changed" | "deprecated" | "restored"}`
  | `request-body-${"added-required" | "added-optional" | "removed" | "became-required" | "became-optional"}`
  | `${Direction}-media-type-${"added" | "removed"}`
  | "version-date-changed"
  | `${"success" | "error"}-status-${"added" | "removed"}`
  | `response-header-${"added" | "removed" | "became-required" | "became-optional"}`
  | `sign-in-${"added" | "removed"}`
  | `security-scheme-${Turn}`
  | "token-url-changed"
  | `server-${"moved" | "added" | "removed"}`
  | `type-name-${"added" | "removed"}`
  | `example-${Turn}`
  | "documentation-changed"
  | "rearranged"
  | "unjudged-changed";

export type RuleId = SchemaRuleId | ServiceRuleId;

export interface Rule {
  levels: Levels;
  /** Whether nothing that the packages do or mean is different: no changeset is demanded then. */
  isHarmless?: true;
  /** The change in the words of a user, without a full stop. */
  says(change: Pick<Change, "subject" | "from" | "to">): string;
}
