/** The client writes a parameter in the style that OpenAPI gives its place, and an object would have to choose another. */
export function plainParameters() {
  return {
    Parameter(parameter, { report, location, resolve }) {
      for (const key of ["style", "explode", "allowReserved", "content"]) {
        if (key in parameter)
          report({ message: `the client knows no \`${key}\` of a parameter`, location: location.child(key) });
      }
      if (!places.includes(parameter.in))
        report({
          message: `the client sends no parameter in "${parameter.in}": allowed are ${places.join(", ")}`,
          location: location.child("in"),
        });
      if (parameter.in === "header" && ownHeaders.includes(parameter.name.toLowerCase()))
        report({
          message: `the client writes ${parameter.name} itself, and OpenAPI ignores a parameter of that name`,
          location: location.child("name"),
        });
      if ("schema" in parameter && !isPlain(parameter.schema, resolve))
        report({
          message:
            "a parameter cannot be an object, nor a list of objects: its schema, and that of a list's items, names another type or the values",
          location: location.child("schema"),
        });
    },
  };
}

const places = ["path", "query", "header"];

/** OpenAPI 3.1, section 4.8.12.2.1. */
const ownHeaders = ["accept", "authorization", "content-type"];

/** Whether the schema says by its types, its values or its parts that there is no object, nor one in a list. */
function isPlain(schema, resolve, from, seen = new Set()) {
  const { node, location } = resolve(schema, from);
  const file = schema.$ref ? location?.source.absoluteRef : from;
  if (typeof node !== "object" || node === null || seen.has(node)) return false;
  seen.add(node);
  const isPlainPart = (part) => isPlain(part, resolve, file, new Set(seen));
  const { type, items, allOf = [], anyOf = [], oneOf = [] } = node;
  const values = "const" in node ? [node.const] : node.enum;
  if (values) return values.every((value) => typeof value !== "object" || value === null);
  if (type) {
    const types = [type].flat();
    return (
      !types.includes("object") && (!types.includes("array") || (items !== undefined && isPlainPart(items)))
    );
  }
  return (
    allOf.some(isPlainPart) || [anyOf, oneOf].some((parts) => parts.length > 0 && parts.every(isPlainPart))
  );
}
