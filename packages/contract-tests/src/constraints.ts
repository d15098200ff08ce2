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
    yield { root, way: [], keyword: "required", demand: root.name, schema, location: `${location}/required` };
  }
  yield* constraintsIn({ document, root }, schema, [], location, []);
}

function* constraintsIn(
  context: { document: Document; root: Root },
  schema: Schema,
  way: readonly Step[],
  location: string,
  references: readonly unknown[],
): Generator<Constraint> {
  const { document, root } = context;
  const rule = (keyword: string, demand: unknown, at: string, to = way): Constraint => {
    return { root, way: to, keyword, demand, schema, location: `${location}/${at}` };
  };
  const below = (node: unknown, at: string, to = way, followed = references): Generator<Constraint> =>
    constraintsIn(context, node as Schema, to, `${location}/${at}`, followed);

  if (schema["readOnly"] === true) {
    yield rule("readOnly", true, "readOnly");
    return;
  }
  for (const [keyword, demand] of Object.entries(schema)) {
    if (isIdle(keyword, demand)) continue;
    switch (keyword) {
      case "$ref":
        if (references.includes(demand)) break;
        yield* below(follow(document, String(demand)), keyword, way, [...references, demand]);
        break;
      case "allOf":
        for (const [index, part] of Object.entries(demand as Schema[])) yield* below(part, `allOf/${index}`);
        break;
      case "properties":
        for (const [token, property] of Object.entries(demand as Record<string, Schema>)) {
          yield* below(property, `properties/${token}`, [...way, { token, schema: property }]);
        }
        break;
      case "items":
        yield* below(demand, keyword, [...way, { token: 0, schema: demand as Schema }]);
        break;
      case "required":
        for (const token of requiredInRequest(document, schema)) {
          const property = propertiesOf(schema)[token] ?? {};
          yield rule(keyword, token, `required/${token}`, [...way, { token, schema: property }]);
        }
        break;
      case "additionalProperties":
      case "unevaluatedProperties": {
        const added = { token: UNKNOWN_PROPERTY, schema: Object(demand) as Schema };
        if (demand === false) yield rule(keyword, UNKNOWN_PROPERTY, keyword, [...way, added]);
        else yield* below(demand, keyword, [...way, added]);
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

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema["properties"] ?? {}) as Record<string, Schema>;
}

function isReadOnly(document: Document, schema: Schema = {}): boolean {
  if (schema["readOnly"] === true) return true;
  const { $ref } = schema;
  return typeof $ref === "string" && isReadOnly(document, follow(document, $ref) as Schema);
}
