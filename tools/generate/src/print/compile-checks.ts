import { DefinitionError, type Document, resolve, type Schema } from "../definition/definition.ts";
import { type Forbidden, oneWaySchema } from "../definition/one-way-schema.ts";
import { printSchema } from "./print-schema.ts";
import { header, pureCall } from "./text.ts";

/** Makes one check of each schema that it is asked for, in the keywords of the client's `schema.ts`. */
export interface CheckCompiler {
  /** The name of the schema's check: `wanted`, or what an equal schema is called already. */
  nameOf(schema: Schema, forbidden: Forbidden, wanted: string): string;
  /** The module that exports all those checks. */
  print(): string;
}

export function checkCompiler(document: Document): CheckCompiler {
  /** Name → expression. Each stands behind those that it needs. */
  const checks = new Map<string, string>();
  const names = new Map<string, string>();
  /** What a reference leads to, and the direction → name. */
  const referred = new Map<string, string>();

  function nameOf(schema: Schema, forbidden: Forbidden, wanted: string): string {
    const expression = print(oneWaySchema(schema, forbidden), forbidden, wanted);
    // A schema that is a reference and nothing else has the name of what it refers to.
    return checks.has(expression)
      ? expression
      : (names.get(expression) ?? keep(freeName(wanted), expression));
  }

  function freeName(wanted: string): string {
    const taken = new Set([...checks.keys(), ...referred.values()]);
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (!taken.has(name)) return name;
    }
  }

  function keep(name: string, expression: string): string {
    checks.set(name, expression);
    names.set(expression, name);
    return name;
  }

  /** The check of a component, or of a part of one: `Job`, `Job#/properties/id`. */
  function refer(ref: string, forbidden: Forbidden): string {
    const suffix = forbidden === "readOnly" && differs(ref) ? "Input" : "";
    const key = `${ref} ${suffix}`;
    const known = referred.get(key);
    if (known !== undefined) return checks.has(known) ? known : pureCall("schema.later", `() => ${known}`);
    const name = freeName(`${ref.replaceAll(/\W+/g, "_")}${suffix}`);
    referred.set(key, name);
    return keep(name, print(find(ref, forbidden), forbidden, ref));
  }

  function print(schema: Schema, forbidden: Forbidden, where: string): string {
    return printSchema(schema, {
      where,
      refusal: forbidden === "readOnly" ? "is read-only: it cannot be sent" : "is write-only",
      refer: (ref) => refer(ref, forbidden),
      resolve: (ref) => find(ref, forbidden),
    });
  }

  function find(ref: string, forbidden: Forbidden): Schema {
    const schema = resolve(document, { $ref: `#/components/schemas/${ref.replace("#", "")}` });
    if (schema === undefined) throw new DefinitionError(`components.schemas: there is no ${ref}`);
    return oneWaySchema(schema as Schema, forbidden);
  }

  /** Whether a request sees another schema there than an answer does. */
  function differs(ref: string, seen = new Set<string>()): boolean {
    if (seen.has(ref)) return false;
    seen.add(ref);
    const sent = JSON.stringify(find(ref, "readOnly"));
    if (sent !== JSON.stringify(find(ref, "writeOnly"))) return true;
    return [...sent.matchAll(/"\$ref":"([^"]+)"/g)].some(([, other = ""]) => differs(other, seen));
  }

  return {
    nameOf,
    print: () =>
      [
        header,
        `import * as schema from "./schema.ts";`,
        ...[...checks].map(([name, check]) => `\nexport const ${name}: schema.Check = ${check};`),
        "",
      ].join("\n"),
  };
}
