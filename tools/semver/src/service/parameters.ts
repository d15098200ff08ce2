import type { Change } from "../change.ts";
import { type Both, isSame, type Node, toList, toNode } from "../node.ts";
import { follow } from "../reference.ts";
import type { RuleId } from "../rules/rule.ts";
import { compareSchemas, type Scope } from "../schema/compare.ts";
import { code } from "../words.ts";
import type { Operation } from "./operations.ts";
import { unjudged } from "./unjudged.ts";

interface Parameter {
  name: string;
  place: string;
  isRequired: boolean;
  node: Node;
}

export function compareParameters(documents: Both<Node>, { base, head }: Both<Operation>): Change[] {
  const before = parametersOf(documents.base, base);
  const after = parametersOf(documents.head, head);
  const scope: Scope = { direction: "request", documents, told: new Set() };
  const pairs = before.map((parameter) => ({ base: parameter, head: successor(parameter, before, after) }));
  const come = after.filter((parameter) => !pairs.some((pair) => pair.head === parameter));
  return [
    ...pairs.flatMap((pair) =>
      pair.head
        ? compareParameter(scope, { base: pair.base, head: pair.head })
        : [change("parameter-removed", head.id, pair.base.name)],
    ),
    ...come.map(({ name, isRequired }) =>
      change(isRequired ? "parameter-added-required" : "parameter-added-optional", head.id, undefined, name),
    ),
  ];
}

/** The parameter of the same name in the same place, or else in a place where there was none of that name. */
function successor(parameter: Parameter, before: Parameter[], after: Parameter[]): Parameter | undefined {
  const namesakes = after.filter(({ name }) => name === parameter.name);
  const isNew = ({ name, place }: Parameter) =>
    !before.some((one) => one.name === name && one.place === place);
  return namesakes.find(({ place }) => place === parameter.place) ?? namesakes.find(isNew);
}

/** Those of the path and those of the operation; the operation's win. */
function parametersOf(document: Node, { node, pathItem }: Operation): Parameter[] {
  const all = [...toList(pathItem["parameters"]), ...toList(node["parameters"])].map((parameter) => {
    const resolved = follow(document, parameter);
    const { name, in: place, required } = resolved;
    return { name: String(name), place: String(place), isRequired: required === true, node: resolved };
  });
  return [...new Map(all.map((parameter) => [`${parameter.place} ${parameter.name}`, parameter])).values()];
}

const judged = [
  "allowReserved",
  "content",
  "deprecated",
  "explode",
  "in",
  "name",
  "required",
  "schema",
  "style",
];

function compareParameter(scope: Scope, { base, head }: Both<Parameter>): Change[] {
  const { name } = head;
  const nodes = { base: base.node, head: head.node };
  const [was, is] = [nodes.base["deprecated"] === true, nodes.head["deprecated"] === true];
  const spellings = { base: spellingOf(base), head: spellingOf(head) };
  return [
    ...(base.place === head.place ? [] : [change("parameter-moved", name, base.place, head.place)]),
    ...(base.isRequired === head.isRequired
      ? []
      : [change(head.isRequired ? "parameter-became-required" : "parameter-became-optional", name)]),
    ...(was === is ? [] : [change(is ? "parameter-deprecated" : "parameter-restored", name)]),
    ...(base.place !== head.place || isSame(spellings) ? [] : [change("parameter-spelling-changed", name)]),
    ...compareSchemas(scope, name, { base: schemaOf(nodes.base), head: schemaOf(nodes.head) }),
    ...unjudged(scope.documents, nodes, judged, (key) => `${code(key)} of ${code(name)}`),
  ];
}

/** How the value is written on the wire, with OpenAPI's defaults in place. */
function spellingOf({ node, place }: Parameter): Node {
  const style = node["style"] ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return {
    style,
    explode: node["explode"] ?? style === "form",
    allowReserved: node["allowReserved"] ?? false,
    mediaTypes: Object.keys(toNode(node["content"])),
  };
}

/** A parameter has a schema of its own, or one below its only media type. */
function schemaOf({ schema, content }: Node): unknown {
  return schema ?? toNode(Object.values(toNode(content))[0])["schema"] ?? {};
}

function change(rule: RuleId, name: string, from?: string, to?: string): Change {
  return { rule, subject: code(name), from, to, operations: [] };
}
