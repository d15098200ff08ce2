import type { Prism } from "@atlas-snapshot-export/mock/prism";
import type { Coverage } from "./coverage.ts";
import type { Definition, Schema } from "./definition.ts";
import type { SchemaCheck } from "./schema-check.ts";
import type { Target } from "./targets/target.ts";

/** What the cases are made from, are run against, and report to. */
export interface Contract {
  readonly definition: Definition;
  readonly target: Target;
  /** The second opinion on every request. */
  readonly prism: Prism;
  /** Tells which rules of a schema a part of a request breaks. */
  readonly checkOf: (schema: Schema) => SchemaCheck;
  readonly exercised: Coverage;
  /** What the target cannot do. */
  readonly skipped: Coverage;
  /** How many cases it cannot do, by the reason. */
  readonly skips: Map<string, number>;
}
