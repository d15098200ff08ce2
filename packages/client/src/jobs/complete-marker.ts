import type { CustomDataEntry } from "@atlas-snapshot-export/types";
import { isObject } from "../schema.ts";

/** What the `.complete` object of an export says. Everything may be missing: it is no part of the API's definition. */
export interface CompleteMarker {
  orgId?: string;
  orgName?: string;
  groupId?: string;
  groupName?: string;
  clusterUniqueId?: string;
  clusterName?: string;
  /** When the snapshot was begun, as written. */
  snapshotInitiationDate?: string;
  /** How many data files there are. */
  totalFiles?: number;
  labels?: CustomDataEntry[];
  customData?: CustomDataEntry[];
}

const texts = [
  "orgId",
  "orgName",
  "groupId",
  "groupName",
  "clusterUniqueId",
  "clusterName",
  "snapshotInitiationDate",
] as const;

/**
 * Reads the text of a `.complete` object. A field of an unexpected type is left out.
 *
 * @throws {SyntaxError} when the text is not a JSON object
 *
 * @example
 * const { totalFiles, customData } = parseCompleteMarker('{"totalFiles":12,"customData":[]}');
 * console.log(totalFiles, customData); // 12 []
 */
export function parseCompleteMarker(json: string): CompleteMarker {
  const value: unknown = JSON.parse(json);
  if (!isObject(value)) throw new SyntaxError("a .complete file holds a JSON object");
  const marker: CompleteMarker = {};
  for (const name of texts) {
    const text = value[name];
    if (typeof text === "string") marker[name] = text;
  }
  const { totalFiles, labels, customData } = value;
  if (typeof totalFiles === "number") marker.totalFiles = totalFiles;
  if (Array.isArray(labels)) marker.labels = labels;
  if (Array.isArray(customData)) marker.customData = customData;
  return marker;
}
