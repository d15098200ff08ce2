import { compareCarriers, comparePresence } from "./compare-bodies.ts";
import { compareValues, type Finding } from "./difference.ts";
import { elements, follow, join, member, type Part } from "./document.ts";

/**
 * Compares the parameters that two operations take, told apart by place and name.
 *
 * @param owners the path item and the operation, each with its `parameters`
 */
export function compareParameters(operation: Part, owners: Part[], vendorOwners: Part[]): Finding[] {
  const [ours, vendor] = [parametersOf(owners), parametersOf(vendorOwners)];
  return [...new Set([...ours.keys(), ...vendor.keys()])].flatMap((key) => {
    const nothing: Part = { ...operation, place: `${operation.place}/parameters/${key}`, value: undefined };
    const [left, right] = [ours.get(key) ?? nothing, vendor.get(key) ?? nothing];
    const located = isShared(left) ? left : { ...left, place: nothing.place };
    return comparePresence({ ...left, place: nothing.place }, right) ?? compareParameter(located, right);
  });
}

function compareParameter(ours: Part, vendor: Part): Finding[] {
  const [left, right] = [serialisationOf(ours), serialisationOf(vendor)];
  return [
    ...compareCarriers(ours, vendor),
    ...compareValues(join(ours.place, "style"), left.style, right.style),
    ...compareValues(join(ours.place, "explode"), left.explode, right.explode),
  ];
}

function parametersOf(owners: Part[]): Map<string, Part> {
  const parameters = owners.flatMap((owner) => elements(member(owner, "parameters"))).map(follow);
  return new Map(parameters.map((part) => [keyOf(part), part]));
}

/** `query/pageNum`. Names of headers have no case. */
function keyOf(part: Part): string {
  const [place, name] = [String(member(part, "in").value), String(member(part, "name").value)];
  return join(place, place === "header" ? name.toLowerCase() : name);
}

function isShared({ place }: Part): boolean {
  return place.startsWith("components/");
}

/** With the defaults of OpenAPI written out (3.1.1, section 4.8.12.2). */
function serialisationOf(parameter: Part): { style: unknown; explode: unknown } {
  const place = member(parameter, "in").value;
  const style =
    member(parameter, "style").value ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return { style, explode: member(parameter, "explode").value ?? style === "form" };
}
