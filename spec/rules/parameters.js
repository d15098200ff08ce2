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
      if (parameter.schema && allowsObject(parameter.schema, resolve))
        report({
          message: "a parameter cannot be an object, nor a list of objects",
          location: location.child("schema"),
        });
    },
  };
}

const places = ["path", "query", "header"];

/** Whether any part of the schema lets an object through by name, be it as an item or as an alternative. */
function allowsObject(schema, resolve, from, seen = new Set()) {
  const { node, location } = resolve(schema, from);
  const file = schema.$ref ? location?.source.absoluteRef : from;
  if (!node || seen.has(node)) return false;
  seen.add(node);
  if ([node.type].flat().includes("object") || "properties" in node) return true;
  const parts = ["items", "allOf", "anyOf", "oneOf"].flatMap((keyword) => node[keyword] ?? []);
  return parts.some((part) => allowsObject(part, resolve, file, seen));
}
