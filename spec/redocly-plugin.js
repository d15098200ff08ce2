/** Rules that Redocly does not have, under the prefix `spec/`. */
export default function plugin() {
  return {
    id: "spec",
    rules: {
      oas3: {
        "named-examples": namedExamples,
        "plain-parameters": plainParameters,
        "valid-pattern": validPattern,
      },
    },
  };
}

/** A body needs at least one named example: they are the project's fixtures. */
function namedExamples() {
  return {
    MediaType(mediaType, { report, location }) {
      if (Object.keys(mediaType.examples ?? {}).length > 0) return;
      report({ message: "a body needs at least one example under `examples`", location });
    },
  };
}

/** The client writes a parameter in the style that OpenAPI gives its place, and an object would have to choose another. */
function plainParameters() {
  return {
    Parameter(parameter, { report, location, resolve }) {
      for (const key of ["style", "explode", "allowReserved", "content"]) {
        if (key in parameter)
          report({ message: `the client knows no \`${key}\` of a parameter`, location: location.child(key) });
      }
      const schema = parameter.schema && resolve(parameter.schema).node;
      if ([schema?.type].flat().includes("object"))
        report({ message: "a parameter cannot be an object", location: location.child("schema") });
    },
  };
}

/** A pattern has to compile under the `u` flag, as JSON Schema asks (validation, section 6.3.3). */
function validPattern() {
  return {
    Schema(schema, { report, location }) {
      if (typeof schema.pattern !== "string") return;
      try {
        new RegExp(schema.pattern, "u");
      } catch (error) {
        report({ message: error.message, location: location.child("pattern") });
      }
    },
  };
}
