import { compareSchemas } from "./compare-schemas.ts";
import { compareValues, type Finding } from "./difference.ts";
import { follow, join, member, members, type Part } from "./document.ts";
import { versionOf } from "./version.ts";

export function compareRequestBodies(ours: Part, vendor: Part): Finding[] {
  const presence = comparePresence(ours, vendor);
  if (presence) return presence;
  const [left, right] = [follow(ours), follow(vendor)];
  return [
    ...compareFlags(left, right, ["required"]),
    ...compareContent(member(left, "content"), member(right, "content"), ours.place),
  ];
}

export function compareResponses(ours: Part, vendor: Part): Finding[] {
  return pairs(ours, vendor).flatMap(([, left, right]) => {
    const presence = comparePresence(left, right);
    if (presence) return presence;
    const [mine, theirs] = [follow(left), follow(right)];
    return [
      ...compareHeaders(member(mine, "headers"), member(theirs, "headers")),
      ...compareContent(member(mine, "content"), member(theirs, "content"), ours.place),
    ];
  });
}

/** Parameters and headers say the same things about their value. */
export function compareCarriers(ours: Part, vendor: Part): Finding[] {
  return [
    ...compareFlags(ours, vendor, ["required", "deprecated", "allowReserved", "allowEmptyValue"]),
    ...compareSchemas([member(ours, "schema")], [member(vendor, "schema")]),
    ...compareContent(member(ours, "content"), member(vendor, "content"), ours.place),
  ];
}

/** A finding if only one side has it, nothing if neither has; undefined if both have it and it has to be compared. */
export function comparePresence(ours: Part, vendor: Part): Finding[] | undefined {
  const [left, right] = [ours.value !== undefined, vendor.value !== undefined];
  if (left && right) return undefined;
  return compareValues(ours.place, left || undefined, right || undefined);
}

function compareHeaders(ours: Part, vendor: Part): Finding[] {
  return pairs(ours, vendor, (name) => name.toLowerCase()).flatMap(
    ([, left, right]) => comparePresence(left, right) ?? compareCarriers(follow(left), follow(right)),
  );
}

/** @param scope a place in the operation: which versions there are is told for it as a whole */
function compareContent(ours: Part, vendor: Part, scope: string): Finding[] {
  return pairs(ours, vendor, (mediaType) => mediaType.toLowerCase()).flatMap(([mediaType, left, right]) => {
    const presence = comparePresence(left, right);
    if (!presence) return compareSchemas([member(left, "schema")], [member(right, "schema")]);
    const version = versionOf(mediaType)?.name;
    if (version === undefined) return presence;
    if (left.value === undefined) return versionsOf(ours).includes(version) ? presence : [];
    if (versionsOf(vendor).length === 0) return presence;
    return [{ kind: "version-gone", place: versionPlace(scope, version), ours: version, vendor: undefined }];
  });
}

function versionsOf(content: Part): string[] {
  return members(content).flatMap(([mediaType]) => versionOf(mediaType)?.name ?? []);
}

/** `createBackupExportJob/responses` → `createBackupExportJob/versions/2023-01-01`. */
export function versionPlace(scope: string, version: string): string {
  return join(scope.split("/")[0] ?? "", "versions", version);
}

function compareFlags(ours: Part, vendor: Part, flags: string[]): Finding[] {
  return flags.flatMap((flag) => {
    const [left, right] = [ours, vendor].map((part) => member(part, flag).value === true || undefined);
    return compareValues(join(ours.place, flag), left, right);
  });
}

/** The members of two objects side by side, under the names that ours has. */
function pairs(ours: Part, vendor: Part, fold = (name: string) => name): [string, Part, Part][] {
  const right = new Map(members(vendor).map(([name, part]) => [fold(name), part]));
  const left = new Set(members(ours).map(([name]) => fold(name)));
  const nothing = { ...vendor, value: undefined };
  return [
    ...members(ours).map(([name, part]): [string, Part, Part] => [
      name,
      part,
      right.get(fold(name)) ?? nothing,
    ]),
    ...members(vendor)
      .filter(([name]) => !left.has(fold(name)))
      .map(([name, part]): [string, Part, Part] => [name, member(ours, name), part]),
  ];
}
