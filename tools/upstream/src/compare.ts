import { compareRequestBodies, compareResponses, versionPlace } from "./compare-bodies.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareValues, type Difference, type Finding, unite } from "./difference.ts";
import { follow, join, member, members, type OpenApiDocument, type Part } from "./document.ts";
import { newerThan, versionOf } from "./version.ts";

interface Operation {
  /** `POST /groups/{groupId}`, as the file writes it. */
  address: string;
  operation: Part;
  pathItem: Part;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** How the operations of the definition differ from the vendor's, in structure: never in prose, never in examples. */
export function compare(ours: OpenApiDocument, vendor: OpenApiDocument): Difference[] {
  const theirs = operationsOf(vendor);
  const findings = new Map<string, Finding[]>();
  for (const [key, operation] of operationsOf(ours)) {
    const operationId = String(member(operation.operation, "operationId").value ?? operation.address);
    findings.set(operationId, compareOperation(operationId, operation, theirs.get(key)));
  }
  return unite(findings);
}

function compareOperation(operationId: string, ours: Operation, vendor: Operation | undefined): Finding[] {
  if (!vendor) return [{ kind: "operation-gone", place: operationId, ours: ours.address, vendor: undefined }];
  const [left, right] = [{ ...ours.operation, place: operationId }, vendor.operation];
  return [
    ...compareMembers(left, right, "operationId"),
    ...compareMembers(left, right, "deprecated"),
    ...compareVersions(left, right),
    ...compareParameters(left, [ours.pathItem, left], [vendor.pathItem, right]),
    ...compareRequestBodies(member(left, "requestBody"), member(right, "requestBody")),
    ...compareResponses(member(left, "responses"), member(right, "responses")),
    ...compareSecurity(left, right),
  ];
}

function compareMembers(ours: Part, vendor: Part, key: string): Finding[] {
  const [left, right] = [member(ours, key).value || undefined, member(vendor, key).value || undefined];
  return compareValues(join(ours.place, key), left, right);
}

/** Newer dates of the operation than ours, and the end of ours. */
function compareVersions(ours: Part, vendor: Part): Finding[] {
  const current = versionsOf(ours)
    .map(({ version }) => version)
    .sort()
    .at(-1);
  if (current === undefined) return [];
  const offered = versionsOf(vendor);
  const names = offered.map(({ version }) => version);
  const sunset = offered.find(({ version, sunset }) => version === current && sunset !== undefined)?.sunset;
  return [
    ...newerThan(current, names).map((version): Finding => {
      return {
        kind: "newer-version",
        place: versionPlace(ours.place, version),
        ours: current,
        vendor: version,
      };
    }),
    ...(sunset === undefined
      ? []
      : [
          {
            kind: "sunset" as const,
            place: versionPlace(ours.place, current),
            ours: current,
            vendor: sunset,
          },
        ]),
  ];
}

function versionsOf(operation: Part): { version: string; sunset: unknown }[] {
  const bodies = [
    member(operation, "requestBody"),
    ...members(member(operation, "responses")).map(([, response]) => response),
  ];
  return bodies
    .flatMap((body) => members(member(follow(body), "content")))
    .flatMap(([mediaType, content]) => {
      const version = versionOf(mediaType)?.name;
      return version === undefined ? [] : [{ version, sunset: member(content, "x-sunset").value }];
    });
}

/** The operations by method and path, whatever the placeholders are called. */
function operationsOf(document: OpenApiDocument): Map<string, Operation> {
  const paths: Part = { document, place: "paths", value: document.root["paths"] };
  const operations = members(paths).flatMap(([path, item]) => {
    const pathItem = follow(item);
    return members(pathItem)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]): [string, Operation] => {
        const address = `${method.toUpperCase()} ${path}`;
        return [address.replaceAll(/\{[^}]*\}/g, "{}"), { address, operation, pathItem }];
      });
  });
  return new Map(operations);
}
