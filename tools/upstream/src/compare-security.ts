import { compareLists, compareValues, type Finding } from "./difference.ts";
import { asObject, follow, join, member, members, type Part } from "./document.ts";

/**
 * Compares who may call: schemes are told apart by what they are, since each file names them as it likes.
 *
 * @param ours the operation, whose `security` replaces that of the document
 */
export function compareSecurity(ours: Part, vendor: Part): Finding[] {
  const [left, right] = [requirementsOf(ours), requirementsOf(vendor)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) => {
    const place = join(ours.place, "security", name);
    const [mine, theirs] = [left.get(name), right.get(name)];
    if (!mine || !theirs) return compareValues(place, mine && true, theirs && true);
    return [
      ...compareLists(join(place, "scopes"), mine.scopes, theirs.scopes),
      ...mine.schemes.flatMap((scheme, index) => compareFlows(scheme, theirs.schemes[index])),
    ];
  });
}

interface Requirement {
  schemes: Part[];
  scopes: string[];
}

/** One of these has to be met. A requirement without schemes lets everybody in. */
function requirementsOf(operation: Part): Map<string, Requirement> {
  const root: Part = { ...operation, place: "", value: operation.document.root };
  const { security = root.document.root["security"] ?? [] } = asObject(operation.value);
  const listed = Array.isArray(security) && security.length > 0 ? security : [{}];
  return new Map(
    listed.map((requirement) => {
      const schemes = Object.keys(asObject(requirement))
        .map((name) => follow(member(root, "components", "securitySchemes", name)))
        .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const scopes = Object.values(asObject(requirement)).flat().map(String).sort();
      return [schemes.map(nameOf).join(" and ") || "none", { schemes, scopes }];
    }),
  );
}

/** What a scheme is: `http digest`, `oauth2 clientCredentials`, `apiKey header X-Key`. */
function nameOf(scheme: Part): string {
  const { type, scheme: method, in: place, name, flows } = asObject(scheme.value);
  const flowNames = Object.keys(asObject(flows)).sort();
  const words = [
    type,
    typeof method === "string" ? method.toLowerCase() : undefined,
    place,
    name,
    ...flowNames,
  ];
  return words.filter((word) => word !== undefined).join(" ");
}

function compareFlows(ours: Part, vendor: Part | undefined): Finding[] {
  if (!vendor) return [];
  return members(member(ours, "flows")).flatMap(([flow, left]) => {
    const right = member(vendor, "flows", flow);
    return [
      ...compareLists(join(left.place, "scopes"), scopesOf(left), scopesOf(right)),
      ...["tokenUrl", "authorizationUrl", "refreshUrl"].flatMap((key) =>
        compareValues(join(left.place, key), absolute(member(left, key)), absolute(member(right, key))),
      ),
    ];
  });
}

function scopesOf(flow: Part): string[] {
  return members(member(flow, "scopes")).map(([scope]) => scope);
}

/** URLs of a definition are relative to its server. */
function absolute({ value, document }: Part): string | undefined {
  if (typeof value !== "string") return undefined;
  const [server] = [document.root["servers"] ?? []].flat();
  const base = asObject(server)["url"];
  return typeof base === "string" && URL.canParse(value, base) ? new URL(value, base).href : value;
}
