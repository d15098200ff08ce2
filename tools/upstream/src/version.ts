/** The vendor versions an operation by the date in its media type. `preview` stands for what has no date yet. */
export interface Version {
  /** Such as `2023-01-01`, `2026-02-01.upcoming` or `preview`. */
  name: string;
  format: string;
}

/** `application/vnd.atlas.2023-01-01+json` → `2023-01-01` as `json`. */
export function versionOf(mediaType: string): Version | undefined {
  const found = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2}(?:\.upcoming)?|preview)\+(\w+)$/.exec(
    mediaType,
  );
  const [, name, format] = found ?? [];
  return name && format ? { name, format } : undefined;
}

/** Dates that come after ours. A preview is not a version yet. */
export function newerThan(ours: string, versions: Iterable<string>): string[] {
  return [...new Set(versions)].filter((version) => version !== "preview" && version > ours).sort();
}
