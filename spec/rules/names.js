import { basename, extname } from "node:path";

/** An operation is a function of the client, and the made files hold it beside names of their own. */
export function operationNames() {
  return {
    Operation({ operationId }, { report, location }) {
      if (typeof operationId !== "string") return;
      const refuse = (why) => report({ message: why, location: location.child("operationId") });
      if (!/^[a-z]\w*$/.test(operationId))
        refuse(
          `"${operationId}" cannot be the name of a function: allowed are a lowercase letter, and letters, digits and _ behind it`,
        );
      else if (reserved.has(operationId))
        refuse(`"${operationId}" is a reserved word of JavaScript: choose another name`);
      else if (madeValues.has(operationId))
        refuse(`"${operationId}" is something else in the made files already: choose another name`);
    },
  };
}

/** What a module cannot declare (ECMAScript, section 12.7.2), and `undefined`. */
const reserved = new Set(
  [
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends",
    "false finally for function if implements import in instanceof interface let new null package private protected",
    "public return static super switch this throw true try typeof undefined var void while with yield",
  ].flatMap((line) => line.split(" ")),
);

/** What `definition.gen.ts` and `operations.gen.ts` import and declare besides the operations. */
const madeValues = new Set(["call", "checks", "defaultBaseUrl", "definition", "operations", "tokenPath"]);

/** A schema is a type, and `names.gen.ts` holds it beside what it makes of the operations and of the other schemas. */
export function schemaNames() {
  const schemas = new Map();
  const [sent, received] = [new Set(), new Set()];
  const operationIds = [];
  let entry;
  return {
    Root: {
      enter(_, { location }) {
        entry = location.source;
      },
      leave(_, { report }) {
        const made = madeTypes(
          operationIds,
          [...sent].filter((name) => received.has(name)),
        );
        for (const [name, location] of schemas) {
          const why = /^[A-Z]\w*$/.test(name)
            ? made.get(name)
            : "cannot be the name of a type: allowed are a capital letter, and letters, digits and _ behind it";
          if (why) report({ message: `"${name}" ${why}`, location: location.key() });
        }
      },
    },
    Operation({ operationId }) {
      if (typeof operationId === "string") operationIds.push(operationId);
    },
    NamedSchemas(named, { location }) {
      for (const name of Object.keys(named)) schemas.set(name, location.child(name));
    },
    ref(_, { type }, { node, location }) {
      if (type.name === "Schema" && node && location && location.source !== entry)
        schemas.set(nameOf(location), location);
    },
    RequestBody(body, context) {
      collectNames(schemasOf(body), context.location, context.resolve, sent);
    },
    Response(response, context) {
      collectNames(schemasOf(response), context.location, context.resolve, received);
    },
  };
}

/** Name → why a schema cannot have it. */
function madeTypes(operationIds, sentAndReceived) {
  const another = "already: choose another name";
  return new Map([
    ...["NonNullable", "Readable", "Writable"].map((name) => [
      name,
      `means something in the made files ${another}`,
    ]),
    ...sentAndReceived.map((name) => [`${name}Input`, `is what requests send of ${name} ${another}`]),
    ...operationIds.flatMap((id) => {
      const name = id.charAt(0).toUpperCase() + id.slice(1);
      return [
        [`${name}Input`, `is what ${id} takes ${another}`],
        [`${name}Result`, `is what ${id} answers with ${another}`],
        ...(sentAndReceived.includes(name)
          ? [[name, `would be sent as ${name}Input, which is what ${id} takes ${another}`]]
          : []),
      ];
    }),
  ]);
}

function schemasOf({ content = {} }) {
  return Object.values(content).map(({ schema }) => schema);
}

/** The names of the schemas that a node leads to. */
function collectNames(node, { source }, resolve, names) {
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) collectNames(child, { source }, resolve, names);
  if (typeof node.$ref !== "string") return;
  const { node: target, location } = resolve(node, source.absoluteRef);
  if (!location || names.has(nameOf(location))) return;
  names.add(nameOf(location));
  collectNames(target, location, resolve, names);
}

/** What a bundle calls it that stands there: its key, or its file's name. */
function nameOf({ source, pointer }) {
  const key = pointer.split("/").at(-1);
  if (key === "") return basename(source.absoluteRef, extname(source.absoluteRef));
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
