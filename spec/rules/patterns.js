/** A pattern has to compile under the `u` flag, as JSON Schema asks (validation, section 6.3.3). */
export function validPattern() {
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
