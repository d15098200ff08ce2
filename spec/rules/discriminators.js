/** Without a mapping OpenAPI chooses by the schema's name, and so do the types, whatever else the schema demands. */
export function mappedDiscriminator() {
  return {
    Schema({ discriminator, oneOf, anyOf }, { report, location, resolve }) {
      if (!discriminator) return;
      const { propertyName, mapping = {} } = discriminator;
      const mapped = Object.values(mapping).map(nameIn);
      for (const { $ref } of oneOf ?? anyOf ?? []) {
        if ($ref === undefined || mapped.includes(nameIn($ref))) continue;
        const property = resolve({ $ref }).node?.properties?.[propertyName] ?? {};
        const { const: only, enum: values = [only] } = property.$ref ? {} : property;
        const other = values.find((value) => value !== undefined && value !== nameIn($ref));
        if (other === undefined) continue;
        report({
          message: `${nameIn($ref)} is chosen by "${other}" and not by its name: say so in \`mapping\``,
          location: location.child("discriminator"),
        });
      }
    },
  };
}

function nameIn(reference) {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
