import type { Definition, Example, Operation, Parameter } from "./definition.ts";

/** What an operation function takes: parameters by name, and the body. */
export type Input = Readonly<Record<string, unknown>>;

/**
 * A valid input, all of it from the definition: the examples of the required parameters and of the given optional
 * ones, in the order of their declaration, and an example of the body.
 */
export function inputOf(
  { operationId, parameters, body }: Operation,
  optional: readonly Parameter[] = [],
  example: Example | undefined = body?.examples[0],
): Input {
  const sent = parameters.filter((parameter) => parameter.required || optional.includes(parameter));
  const values = sent.map((parameter) => [parameter.name, exampleOf(operationId, parameter)]);
  return { ...Object.fromEntries(values), ...(example && { body: example.value }) };
}

function exampleOf(operationId: string, { in: place, name, example }: Parameter): unknown {
  if (example === undefined) throw new Error(`${operationId} › ${place}.${name} has no example to send.`);
  return example;
}

/**
 * The input with what exists on the target in the place of what it has by the same name, in its body too. A name can
 * be for one operation alone: `getThing.id`.
 */
export function withKnown(
  { operationId }: Operation,
  { body, ...values }: Input,
  known: Readonly<Record<string, string>>,
): Input {
  const pick = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = known[`${operationId}.${name}`] ?? known[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const input = { ...values, ...pick(Object.keys(values)) };
  if (typeof body !== "object" || body === null) return body === undefined ? input : { ...input, body };
  return { ...input, body: { ...body, ...pick(Object.keys(body)) } };
}

/** Every name that `withKnown` finds a use for: plain, and for one operation alone. */
export function inputNames({ operations }: Pick<Definition, "operations">): string[] {
  const names = operations.flatMap(({ operationId, parameters, body }) =>
    [...parameters.map(({ name }) => name), ...Object.keys(Object(body?.examples[0]?.value))].flatMap(
      (name) => [name, `${operationId}.${name}`],
    ),
  );
  return [...new Set(names)];
}
