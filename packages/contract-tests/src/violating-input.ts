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
  const { root, way, keyword, demand } = constraint;
  const input = validInput(operation, constraint);
  const rule = `${pointer(way.map(({ token }) => token))} ${keyword}`;
  const check = checkOf(root.schema);
  const breaches = change(definition, root.schema, input[root.name], way, (valid) =>
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

/** The value once with each change at the end of the way; what is missing on the way is made up. */
function change(
  definition: Definition,
  schema: Schema,
  value: unknown,
  [step, ...rest]: readonly Step[],
  changes: (valid: unknown) => unknown[],
): unknown[] {
  const valid = value === undefined ? validValue(definition.document, schema) : value;
  if (step === undefined) return changes(valid);
  const { token } = step;
  const parent = valid as Readonly<Record<string, unknown>>;
  return change(definition, step.schema, parent[token], rest, changes).map((child) => {
    if (Array.isArray(parent)) return [child, ...parent.slice(1)];
    const { [token]: _, ...others } = parent;
    return child === ABSENT ? others : { ...others, [token]: child };
  });
}
