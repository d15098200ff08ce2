import {
  type Definition,
  type Document,
  follow,
  isAnnotation,
  isIdle,
  type Operation,
  type Schema,
} from "./definition.ts";

/** One rule that the definition has for a request, and the way to the value that it is about. */
export interface Constraint {
  readonly root: Root;
  /** From the root to the value: empty for the parameter or the body itself. */
  readonly way: readonly Step[];
  /** The alternatives of `oneOf` and `anyOf` that the way leads through. */
  readonly choices: readonly Choice[];
  /** The keyword of JSON Schema, or `required` for a parameter or a body as a whole. */
  readonly keyword: string;
  /** What the keyword demands; for `required` and what closes an object, the property's name. */
  readonly demand: unknown;
  /** The node that holds the keyword: the document's own, not a copy. */
  readonly schema: Schema;
  /** Where the keyword is, by way of the references: `body/$ref/properties/…/pattern`. */
  readonly location: string;
}

/** A parameter, or the body. */
export interface Root {
  readonly in: "path" | "query" | "header" | "body";
  /** As the operation function takes it. */
  readonly name: string;
  readonly schema: Schema;
}

export interface Step {
  /** The name of a property, or the index of an item. */
  readonly token: string | number;
  readonly schema: Schema;
}

/** One of the schemas that a value may satisfy, where so many steps of the way are done. */
export interface Choice {
  readonly depth: number;
  readonly schema: Schema;
}

/** A property that no definition has. */
const UNKNOWN_PROPERTY = "notInTheDefinition";

/** `body.entries[].key`, `query.page`: the place as a title names it. */
export function placeOf({ root, way }: Constraint): string {
  const name = root.in === "body" ? root.name : `${root.in}.${root.name}`;
  return way.reduce((place, { token }) => place + (token === 0 ? "[]" : `.${token}`), name);
}

/** Every constraint on an operation's parameters and body. Below what is read-only there is none: it cannot be sent. */
export function* constraintsOf({ document }: Definition, operation: Operation): Generator<Constraint> {
  for (const { in: place, name, required, schema } of operation.parameters) {
    yield* constraintsAt(document, { in: place, name, schema }, required);
  }
  const { body } = operation;
  if (body) yield* constraintsAt(document, { in: "body", name: "body", schema: body.schema }, body.required);
}

function* constraintsAt(document: Document, root: Root, required: boolean): Generator<Constraint> {
  const { schema } = root;
  const location = root.in === "body" ? root.name : `${root.in}.${root.name}`;
  if (required) {
    const at = `${location}/required`;
    yield { root, way: [], choices: [], keyword: "required", demand: root.name, schema, location: at };
  }
  yield* constraintsIn({ document, root, choices: [] }, schema, [], location, []);
}

interface Context {
  readonly document: Document;
  readonly root: Root;
  readonly choices: readonly Choice[];
  /** The property whose value has chosen the present schema: the discriminator's own rule is about it. */
  readonly tag?: string | undefined;
}

function* constraintsIn(
  context: Context,
  schema: Schema,
  way: readonly Step[],
  location: string,
  references: readonly unknown[],
): Generator<Constraint> {
  const { document, root, choices, tag } = context;
  const rule = (keyword: string, demand: unknown, at: string, to = way): Constraint => {
    return { root, way: to, choices, keyword, demand, schema, location: `${location}/${at}` };
  };
  const beside = (node: unknown, at: string, followed = references): Generator<Constraint> =>
    constraintsIn(context, node as Schema, way, `${location}/${at}`, followed);
  const below = (node: Schema, at: string, token: string | number): Generator<Constraint> => {
    const to = [...way, { token, schema: node }];
    return constraintsIn({ ...context, tag: undefined }, node, to, `${location}/${at}`, references);
  };
  const chosen = (node: Schema, at: string): Generator<Constraint> => {
    const made = [...choices, { depth: way.length, schema: node }];
    const inside = { ...context, choices: made, tag: tagOf(schema) };
    return constraintsIn(inside, node, way, `${location}/${at}`, references);
  };

  if (schema["readOnly"] === true) {
    yield rule("readOnly", true, "readOnly");
    return;
  }
  for (const [keyword, demand] of Object.entries(schema)) {
    if (isIdle(keyword, demand)) continue;
    switch (keyword) {
      case "$ref":
        if (references.includes(demand)) break;
        yield* beside(follow(document, String(demand)), keyword, [...references, demand]);
        break;
      case "allOf":
        for (const [index, part] of Object.entries(demand as Schema[])) yield* beside(part, `allOf/${index}`);
        break;
      case "oneOf":
      case "anyOf":
        for (const [index, part] of Object.entries(demand as Schema[]))
          yield* chosen(part, `${keyword}/${index}`);
        break;
      case "discriminator": {
        const token = tagOf(schema);
        if (token !== undefined) yield rule(keyword, token, keyword, [...way, { token, schema: {} }]);
        break;
      }
      case "properties":
        for (const [token, property] of Object.entries(demand as Record<string, Schema>)) {
          if (token !== tag) yield* below(property, `properties/${token}`, token);
        }
        break;
      case "items":
        yield* below(demand as Schema, keyword, 0);
        break;
      case "required":
        for (const token of requiredInRequest(document, schema).filter((name) => name !== tag)) {
          const property = propertiesOf(schema)[token] ?? {};
          yield rule(keyword, token, `required/${token}`, [...way, { token, schema: property }]);
        }
        break;
      case "additionalProperties":
      case "unevaluatedProperties": {
        const schema = Object(demand) as Schema;
        if (demand === false)
          yield rule(keyword, UNKNOWN_PROPERTY, keyword, [...way, { token: UNKNOWN_PROPERTY, schema }]);
        else yield* below(schema, keyword, UNKNOWN_PROPERTY);
        break;
      }
      default:
        if (!isAnnotation(keyword)) yield rule(keyword, demand, keyword);
    }
  }
}

/** A request need not carry what it must not carry. */
export function requiredInRequest(document: Document, schema: Schema): string[] {
  const required = (schema["required"] ?? []) as string[];
  return required.filter((name) => !isReadOnly(document, propertiesOf(schema)[name]));
}

/** The property that chooses among the alternatives of a schema. */
function tagOf({ oneOf, anyOf, discriminator }: Schema): string | undefined {
  return (oneOf ?? anyOf) === undefined ? undefined : Object(discriminator).propertyName;
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema["properties"] ?? {}) as Record<string, Schema>;
}

function isReadOnly(document: Document, schema: Schema = {}): boolean {
  if (schema["readOnly"] === true) return true;
  const { $ref } = schema;
  return typeof $ref === "string" && isReadOnly(document, follow(document, $ref) as Schema);
}
