import type { ExportJob } from "@atlas-snapshot-export/types";
import { getBackupExportJob } from "../definition.gen.ts";
import { RequestValidationError } from "../errors.ts";

/** Which job to look at. */
export interface ExportJobReference {
  groupId: string;
  clusterName: string;
  exportId: string;
}

/**
 * Where a job can be read. A job names its project and its cluster only in the link to itself; of that link no more is
 * believed, so it leads to no other host and to no other job.
 *
 * @throws {RequestValidationError} when it has no such link
 */
export function referenceOf(of: ExportJobReference | ExportJob): ExportJobReference {
  if ("exportId" in of) {
    const { groupId, clusterName, exportId } = of;
    return { groupId, clusterName, exportId };
  }
  const { groupId, clusterName } = selfPath().exec(selfLink(of.links))?.groups ?? {};
  if (groupId && clusterName && of.id) return { groupId, clusterName, exportId: of.id };
  throw new RequestValidationError("waitForExportJob", [
    {
      field: "job",
      rule: "must have an id and a link to itself; without them, give groupId, clusterName and exportId",
      given: "a job that lacks one of them",
    },
  ]);
}

/** What the service sends can be anything. */
function selfLink(links: unknown): string {
  if (!Array.isArray(links)) return "";
  const self = (links as (Link | null)[]).find((link) => link?.rel === "self");
  return String(self?.href);
}

interface Link {
  href?: unknown;
  rel?: unknown;
}

/** The operation's path template, its placeholders as groups. */
function selfPath(): RegExp {
  return new RegExp(`${getBackupExportJob.path.replace(/\{(\w+)\}/g, "(?<$1>[^/?#]+)")}$`);
}
