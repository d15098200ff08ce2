import type { Fetch } from "@atlas-snapshot-export/client";
import { type Definition, type Document, follow, type Operation, type Schema } from "../definition.ts";

/** Optional properties that a service leaves out of its responses. */
export interface Absence {
  /** Such as `getBackupExportJob: body.stateReason.message`. */
  readonly name: string;
  /** The operations whose responses lack them. */
  readonly operationIds: readonly string[];
  /** The last names of the properties, such as `message`. */
  readonly properties: readonly string[];
  /** The body of an operation's success without them. */
  readonly takenFrom: (operationId: string, body: unknown) => unknown;
}

/** One optional property of an operation's success. */
interface OptionalProperty {
  readonly operationId: string;
  readonly way: Way;
  /** The schema that declares it: the same node in every operation that shares it. */
  readonly declaredBy: Schema;
}

/** From a body to a property of it, by way of the items of lists and of one alternative of a `oneOf`. */
type Way = readonly Step[];
type Step =
  | { readonly property: string }
  | { readonly items: true }
  | { readonly tag: string; readonly is: unknown };

/**
 * Every optional property of every operation's success, at any depth: each alone in one operation, each alone in all of
 * the operations that have it, all of one operation, and all there are.
 */
export function absencesIn({ document, operations }: Definition): Absence[] {
  const all = operations.flatMap((operation) => optionalPropertiesOf(document, operation));
  const alone = all.map((property) =>
    absenceOf(`${property.operationId}: ${placeOf(property.way)}`, [property]),
  );
  const everywhere = groupsOf(all, ({ declaredBy }) => declaredBy)
    .flatMap((properties) => groupsOf(properties, ({ way }) => nameOf(way)))
    .filter((properties) => operationsOf(properties).length > 1)
    .map((properties) => absenceOf(`wherever it is: ${placeOf(properties[0]?.way ?? [])}`, properties));
  const ofOne = groupsOf(all, ({ operationId }) => operationId).map((properties) =>
    absenceOf(`${properties[0]?.operationId}: all optional properties`, properties),
  );
  return [...alone, ...everywhere, ...ofOne, absenceOf("all optional properties", all)];
}

function absenceOf(name: string, properties: readonly OptionalProperty[]): Absence {
  return {
    name,
    operationIds: operationsOf(properties),
    properties: [...new Set(properties.map(({ way }) => nameOf(way)))],
    takenFrom: (operationId, body) =>
      properties
        .filter((property) => property.operationId === operationId)
        .reduce((rest, { way }) => without(rest, way), body),
  };
}

/** What an operation returned. */
export interface Success {
  readonly operationId: string;
  readonly body: unknown;
}

/** Whether one of the responses has what is absent. */
export function isFelt({ takenFrom }: Absence, responses: readonly Success[]): boolean {
  return responses.some(
    ({ operationId, body }) => JSON.stringify(takenFrom(operationId, body)) !== JSON.stringify(body),
  );
}

/** Nothing is absent. */
export const nothing: Absence = {
  name: "nothing",
  operationIds: [],
  properties: [],
  takenFrom: (_, body) => body,
};

/**
 * A `fetch` whose responses lack what is absent, and whose lists come in the opposite order: no order is promised.
 *
 * @param onSuccess called with each success as it was before
 */
export function fetchWithout(
  { takenFrom }: Absence,
  definition: Definition,
  fetch: Fetch,
  onSuccess: (success: Success) => void = () => {},
): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const operation = operationAt(definition, init.method ?? "GET", new URL(url).pathname);
    if (!operation || !response.ok) return response;
    const { operationId } = operation;
    const body: unknown = await response.json();
    onSuccess({ operationId, body });
    const { status, headers } = response;
    return Response.json(takenFrom(operationId, reversed(body)), { status, headers });
  };
}

/**
 * A `fetch` that sends a request once whose response never changes, so that thousands of runs are cheap.
 *
 * @param keyOf what two requests have in common that get the same response; undefined when it may change
 */
export function remembering(fetch: Fetch, keyOf: (url: string) => string | undefined): Fetch {
  const known = new Map<string, () => Response>();
  return async (url, init) => {
    const key = keyOf(url);
    const again = known.get(key ?? "");
    if (again) return again();
    const response = await fetch(url, init);
    if (key === undefined) return response;
    const { status, headers } = response;
    const text = await response.text();
    const copy = () => new Response(text, { status, headers });
    known.set(key, copy);
    return copy();
  };
}

/** Whether a text says that one of the absent properties is missing, by its place in the response. */
export function isNamedIn({ properties }: Absence, text: string): boolean {
  const named = [...text.matchAll(/\bbody((?:\.\w+|\[\])+)/g)].map(([, place = ""]) =>
    place.split(".").at(-1),
  );
  return named.some((name) => properties.includes(String(name)));
}

/** What a text shows in the place of a value that it does not have. */
export function holesIn(text: string): string[] {
  return text.match(/\bundefined\b|\bnull\b|\bNaN\b|Invalid Date|\[object \w+\]/g) ?? [];
}

function reversed(body: unknown): unknown {
  const { results } = Object(body) as { results?: unknown };
  return Array.isArray(results) ? { ...(body as object), results: results.toReversed() } : body;
}

/** A path without a placeholder in some place goes before one with it there (OpenAPI 3.1, section 4.8.8.2). */
function operationAt({ operations }: Definition, method: string, pathname: string): Operation | undefined {
  const isAt = ({ path }: Operation) =>
    new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(pathname);
  const literalsFirst = ({ path }: Operation) => path.replaceAll("{", "~");
  return operations
    .filter((operation) => operation.method === method && isAt(operation))
    .sort((one, other) => (literalsFirst(one) < literalsFirst(other) ? -1 : 1))
    .at(0);
}

function optionalPropertiesOf(document: Document, { operationId, answers }: Operation): OptionalProperty[] {
  const successes = answers.filter(({ status }) => status >= 200 && status < 300);
  return successes.flatMap(({ body }) =>
    body === undefined ? [] : [...propertiesIn({ document, operationId, followed: [] }, body.schema, [])],
  );
}

interface Walk {
  readonly document: Document;
  readonly operationId: string;
  /** The schemas on the way, so that one that contains itself ends. */
  readonly followed: readonly Schema[];
}

function* propertiesIn(walk: Walk, schema: Schema, way: Way): Generator<OptionalProperty> {
  const { document, operationId, followed } = walk;
  const parts = partsOf(document, schema);
  if (parts.some((part) => followed.includes(part))) return;
  const inside = { ...walk, followed: [...followed, ...parts] };
  const required = new Set(parts.flatMap(({ required = [] }) => required as string[]));
  for (const part of parts) {
    for (const [property, node] of Object.entries(Object(part["properties"]) as Record<string, Schema>)) {
      const to = [...way, { property }];
      if (!required.has(property)) yield { operationId, way: to, declaredBy: part };
      yield* propertiesIn(inside, node, to);
    }
    if (part["items"]) yield* propertiesIn(inside, part["items"] as Schema, [...way, { items: true }]);
    for (const alternative of (part["oneOf"] ?? part["anyOf"] ?? []) as Schema[])
      yield* propertiesIn(inside, alternative, [...way, ...choiceOf(document, part, alternative)]);
  }
}

/** A schema and all that holds together with it. */
function partsOf(document: Document, schema: Schema): Schema[] {
  const { $ref, allOf = [] } = schema;
  const more = [...(typeof $ref === "string" ? [follow(document, $ref)] : []), ...(allOf as unknown[])];
  return [schema, ...more.flatMap((part) => partsOf(document, part as Schema))];
}

/** Which values are of one alternative, where a discriminator says so. */
function choiceOf(document: Document, { discriminator }: Schema, alternative: Schema): Way {
  const { propertyName, mapping = {} } = Object(discriminator) as { propertyName?: string; mapping?: object };
  if (propertyName === undefined) return [];
  const { $ref } = alternative;
  const mapped = Object.entries(mapping).find(([, target]) => target === $ref)?.[0];
  const declared = partsOf(document, alternative).map(
    ({ properties }) => Object(properties)[propertyName]?.const,
  );
  const is = mapped ?? declared.find((value) => value !== undefined) ?? String($ref).split("/").at(-1);
  return [{ tag: propertyName, is }];
}

/** A copy without the property that the way leads to. */
function without(value: unknown, [step, ...rest]: Way): unknown {
  if (step === undefined || typeof value !== "object" || value === null) return value;
  if ("items" in step) return Array.isArray(value) ? value.map((item) => without(item, rest)) : value;
  const fields = value as Record<string, unknown>;
  if ("tag" in step) return fields[step.tag] === step.is ? without(value, rest) : value;
  const { [step.property]: inner, ...others } = fields;
  if (inner === undefined) return value;
  return rest.length === 0 ? others : { ...fields, [step.property]: without(inner, rest) };
}

/** `body.results[].links[].rel`, and `body(AWS).region` for what only one alternative has. */
function placeOf(way: Way): string {
  return way.reduce((place, step) => {
    if ("items" in step) return `${place}[]`;
    return "tag" in step ? `${place}(${step.is})` : `${place}.${step.property}`;
  }, "body");
}

function nameOf(way: Way): string {
  const last = way.at(-1);
  return last && "property" in last ? last.property : "";
}

function operationsOf(properties: readonly OptionalProperty[]): string[] {
  return [...new Set(properties.map(({ operationId }) => operationId))];
}

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return [...groups.values()];
}
