import type { ErrorObject } from "ajv";

/** Where Ajv found something, in the form in which the client names fields: `.customData[0].key`. */
export function fieldsOf(errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, params }) => {
    const added = params["missingProperty"] ?? params["additionalProperty"] ?? params["tag"];
    const tokens = instancePath.split("/").slice(1);
    return [...tokens, ...(typeof added === "string" ? [added] : [])].map(toField).join("");
  });
}

function toField(token: string): string {
  return /^\d+$/.test(token) ? `[${token}]` : `.${token}`;
}
