import type { CustomDataEntry } from "@atlas-snapshot-export/client";

/** `ticket=AUDIT-2041` as an entry of custom data; the value may hold anything. Undefined when it is no entry. */
export function parseEntry(text: string): Required<CustomDataEntry> | undefined {
  const [match, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  return match && key !== undefined && value !== undefined ? { key, value } : undefined;
}
