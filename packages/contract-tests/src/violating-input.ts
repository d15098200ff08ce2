import { type Constraint, placeOf, type Step } from "./constraints.ts";
import type { Definition, Operation, Schema } from "./definition.ts";
import { type Input, inputOf } from "./input.ts";
import { pointer, type SchemaCheck } from "./schema-check.ts";
import { validValue } from "./valid-value.ts";
import { ABSENT, violatingValues } from "./violating-value.ts";

/** An input that is valid but for the one constraint, where such a thing is possible; else it breaks others too. */
export function violatingInput(
  definition: Definition,
  operation: Operation,
  constraint: Constraint,
  checkOf: (schema: Schema) => SchemaCheck,
): Input {
  const { root, keyword, demand } = constraint;
  const input = validInput(operation, constraint);
  const rule = brokenBy(constraint);
  const check = checkOf(root.schema);
  const breaches = change({ definition, constraint, checkOf }, root.schema, input[root.name], 0, (valid) =>
    violatingValues(keyword, demand, valid),
  )
    .map((value) => ({ value, broken: value === ABSENT ? [rule] : check(value) }))
    .filter(({ broken }) => broken.includes(rule))
    .sort((one, other) => one.broken.length - other.broken.length);
  const [breach] = breaches;
  if (breach === undefined) {
    const where = `${operation.operationId} › ${placeOf(constraint)} › ${keyword}`;
    throw new Error(`${where}: no value was found that breaks it. An example with a value there would help.`);
  }
  const { [root.name]: _, ...others } = input;
  return breach.value === ABSENT ? others : { ...input, [root.name]: breach.value };
}

/** The rule as the schema check tells it, which takes a discriminator for a remark: none of the alternatives holds. */
function brokenBy({ way, keyword }: Constraint): string {
  const isChoice = keyword === "discriminator";
  const tokens = way.map(({ token }) => token).slice(0, isChoice ? -1 : undefined);
  return `${pointer(tokens)} ${isChoice ? "oneOf" : keyword}`;
}

/** With the parameter, or with the example of the body that reaches the furthest towards the value. */
function validInput(operation: Operation, { root, way }: Constraint): Input {
  const { parameters, body } = operation;
  const reach = (value: unknown): number => {
    const reached = way.findIndex((_, index) => valueAt(value, way.slice(0, index + 1)) === undefined);
    return reached === -1 ? way.length : reached;
  };
  const example = [...(body?.examples ?? [])].sort((one, other) => reach(other.value) - reach(one.value))[0];
  const parameter = parameters.filter(({ in: place, name }) => place === root.in && name === root.name);
  return inputOf(operation, parameter, example);
}

function valueAt(value: unknown, way: readonly Step[]): unknown {
  return way.reduce((parent: unknown, { token }) => Object(parent)[token], value);
}

interface Breach {
  readonly definition: Definition;
  readonly constraint: Constraint;
  readonly checkOf: (schema: Schema) => SchemaCheck;
}

/** The value once with each change at the end of the way; what is missing on the way is made up. */
function change(
  breach: Breach,
  schema: Schema,
  value: unknown,
  depth: number,
  changes: (valid: unknown) => unknown[],
): unknown[] {
  const valid = validAt(breach, schema, value, depth);
  const step = breach.constraint.way[depth];
  if (step === undefined) return changes(valid);
  const { token } = step;
  const parent = valid as Readonly<Record<string, unknown>>;
  return change(breach, step.schema, parent[token], depth + 1, changes).map((child) => {
    if (Array.isArray(parent)) return [child, ...parent.slice(1)];
    const { [token]: _, ...others } = parent;
    return child === ABSENT ? others : { ...others, [token]: child };
  });
}

/** The value, if it is one of the alternative that the constraint belongs to; else one that is made up. */
function validAt(
  { definition, constraint, checkOf }: Breach,
  schema: Schema,
  value: unknown,
  depth: number,
): unknown {
  const [choice] = constraint.choices.filter((one) => one.depth === depth);
  const isFitting =
    value !== undefined && (choice === undefined || checkOf(choice.schema)(value).length === 0);
  return isFitting ? value : validValue(definition.document, choice?.schema ?? schema);
}
