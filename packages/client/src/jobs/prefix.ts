/** What an export job's `prefix` tells. */
export interface ExportPrefix {
  /** The organisation's id, or its name where the bucket was set up so. */
  organization: string;
  /** The project's id, or its name. */
  project: string;
  clusterName: string;
  /** When the snapshot was taken, to the minute. */
  snapshotAt: Date;
  /** When the job was created, to the second, give or take one. */
  createdAt: Date;
}

const form =
  /^\/?exported_snapshots\/([^/]+)\/([^/]+)\/([^/]+)\/(\d{4}-\d{2}-\d{2}T\d{2})(\d{2})(?:\+0000)?\/(\d+)\/?$/;

/**
 * Takes a prefix apart: `exported_snapshots/<org>/<project>/<cluster>/<snapshot minute>/<created, epoch seconds>`,
 * with or without a leading slash, with or without `+0000` behind the minute. In a name `+` stands for a space.
 *
 * @returns undefined when it has another form; the form is seen, not promised
 *
 * @example
 * const parts = parseExportPrefix("exported_snapshots/acme/shop/orders-prod/2026-08-10T0327/1786332505");
 * console.log(parts?.clusterName, parts?.snapshotAt.toISOString()); // orders-prod 2026-08-10T03:27:00.000Z
 */
export function parseExportPrefix(prefix: string): ExportPrefix | undefined {
  const [, organization, project, clusterName, hour, minute, seconds] = form.exec(prefix) ?? [];
  if (!organization || !project || !clusterName) return undefined;
  const snapshotAt = new Date(`${hour}:${minute}:00Z`);
  const createdAt = new Date(Number(seconds) * 1000);
  if (Number.isNaN(snapshotAt.getTime()) || Number.isNaN(createdAt.getTime())) return undefined;
  const name = (text: string) => text.replaceAll("+", " ");
  return {
    organization: name(organization),
    project: name(project),
    clusterName: name(clusterName),
    snapshotAt,
    createdAt,
  };
}

/**
 * The key of the object that the service writes last: once it is there, the export is complete.
 *
 * @example
 * completeMarkerKey("/exported_snapshots/acme/shop/orders-prod/2026-08-10T0327/1786332505");
 * // "exported_snapshots/acme/shop/orders-prod/2026-08-10T0327/1786332505/.complete"
 */
export function completeMarkerKey(prefix: string): string {
  return `${prefix.replace(/^\//, "").replace(/\/$/, "")}/.complete`;
}
