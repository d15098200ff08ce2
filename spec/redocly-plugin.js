/** Rules that Redocly does not have, under the prefix `spec/`. */
export default function plugin() {
  return { id: "spec", rules: { oas3: { "named-examples": namedExamples, "valid-pattern": validPattern } } };
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
