import { RequestValidationError } from "@atlas-snapshot-export/client";
import type { Prism } from "@atlas-snapshot-export/mock/prism";
import { expect } from "vitest";
import { callOffline, thrown } from "../client-call.ts";
import { type Constraint, constraintsOf, placeOf } from "../constraints.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Definition, Operation } from "../definition.ts";
import type { Input } from "../input.ts";
import { violatingInput } from "../violating-input.ts";
import { sentHeaders, wireRequestOf } from "../wire-request.ts";

/** Every rule that the definition has for a request is known to the client, which then sends nothing, and to Prism. */
export function constraintCases(contract: Contract): void {
  const { definition, prism, checkOf } = contract;
  for (const operation of definition.operations) {
    const constraints = [...constraintsOf(definition, operation)];
    for (const constraint of constraints) {
      const title = `${placeOf(constraint)} › ${constraint.keyword}`;
      const exercises = { constraints: [constraint.location] };
      contractCase(contract, { operation, title, exercises }, async () => {
        const input = violatingInput(definition, operation, constraint, checkOf);
        await expectRefusedByClient(definition, operation, constraint, input);
        if (canPrismNotice(constraint, constraints)) {
          await expectNoticedByPrism(prism, operation, constraint, input);
        }
      });
    }
  }
}

async function expectRefusedByClient(
  definition: Definition,
  { operationId }: Operation,
  constraint: Constraint,
  input: Input,
): Promise<void> {
  const { outcome, urls } = await callOffline(definition, operationId, input);
  const { violations } = thrown(outcome, RequestValidationError);
  expect(urls, "it was sent").toEqual([]);
  const field = fieldOf(constraint);
  expect(violations.map((violation) => violation.field)).toContain(field);
  const rules = violations.filter((violation) => violation.field === field).map(({ rule }) => rule);
  expect(rules, `${field} is refused, but not for its ${constraint.keyword}`).toSatisfy(() =>
    rules.some((rule) => demandsOf(constraint).every((demand) => isNamedIn(rule, demand))),
  );
}

async function expectNoticedByPrism(
  prism: Prism,
  operation: Operation,
  constraint: Constraint,
  input: Input,
): Promise<void> {
  const { headers, ...request } = wireRequestOf(operation, input);
  const { violations, problem } = await prism.ask({ ...request, headers: sentHeaders(headers) });
  expect(problem).toBeUndefined();
  expect(violations.input).toContainEqual(expect.objectContaining(violationFor(constraint, input)));
}

/**
 * On the wire a parameter is text, and one text is a list of one: a number in place of either is no mistake there. An
 * empty list is nothing there, which is one only where the parameter is required, and then not for its length. And
 * Prism takes what is read-only out of its schema, so in a request it notices only what a closed object does not know.
 */
export function canPrismNotice(constraint: Constraint, all: readonly Constraint[]): boolean {
  const { root, keyword, demand } = constraint;
  if (keyword === "readOnly") return all.some((other) => isClosing(other) && isBeside(other, constraint));
  if (root.in === "body") return true;
  if (keyword === "minItems") return demand !== 1;
  if (keyword !== "type") return true;
  return ![demand].flat().some((type) => type === "string" || type === "array");
}

/** What Prism makes of it, where its words differ from the definition's. */
function violationFor({ root, way, keyword }: Constraint, input: Input): { place?: string; rule?: string } {
  const names = root.in === "body" ? [] : [root.name];
  const place = [root.in, ...names, ...way.map(({ token }) => token)].join(".");
  if (keyword === "readOnly") return { place };
  // Prism knows no discriminator: to it, none of the alternatives holds.
  if (keyword === "discriminator") return { rule: "oneOf" };
  // An empty segment of a path is a parameter that is missing.
  if (root.in === "path" && input[root.name] === "") return { place, rule: "required" };
  // A body that is missing has no place.
  if (root.in === "body" && way.length === 0 && keyword === "required") return { rule: keyword };
  return { place, rule: keyword };
}

/** The field as the client names it. */
function fieldOf({ root, way }: Constraint): string {
  return way.reduce(
    (name, { token }) => name + (typeof token === "number" ? `[${token}]` : `.${token}`),
    root.name,
  );
}

/** What the client's words for the rule have to hold, so that it is this rule and no other. */
function demandsOf({ keyword, demand }: Constraint): (string | number)[] {
  if (keyword === "required" || keyword === "discriminator" || isClosing({ keyword })) return [];
  return [demand].flat().filter((part) => typeof part === "string" || typeof part === "number");
}

function isNamedIn(rule: string, demand: string | number): boolean {
  return typeof demand === "string" ? rule.includes(demand) : rule.split(/[\s,]+/).includes(String(demand));
}

function isClosing({ keyword }: Pick<Constraint, "keyword">): boolean {
  return keyword === "additionalProperties" || keyword === "unevaluatedProperties";
}

/** Whether two constraints are about properties of the same object. */
function isBeside(one: Constraint, other: Constraint): boolean {
  const parent = ({ root, way }: Constraint): string =>
    JSON.stringify([root.in, way.slice(0, -1).map(({ token }) => token)]);
  return parent(one) === parent(other);
}
