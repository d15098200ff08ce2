import type { ApiError, ExportJob, ExportJobList, ExportJobRequest } from "@atlas-snapshot-export/types";
import type { Answer } from "./answer.ts";
import type { Exchange, Respond } from "./exchange.ts";
import type { Cluster } from "./export-jobs.ts";
import { pathParameters, queryValue } from "./operation.ts";
import type { Prism } from "./prism.ts";
import { refuse } from "./refusal.ts";
import type { MockState } from "./state.ts";

interface JobLifeOptions {
  readonly prism: Prism;
  readonly state: MockState;
}

/**
 * Gives the export-job operations the state that Prism lacks: what was created is listed, moves on and can be read.
 * Other operations, and requests whose `Prefer` names an answer, go to the next layer.
 */
export function withJobLife(options: JobLifeOptions, next: Respond): Respond {
  return (exchange) => {
    if (exchange.preference !== undefined) return next(exchange);
    switch (exchange.operation.operationId) {
      case "createBackupExportJob":
        return createJob(exchange, options);
      case "listBackupExportJobs":
        return listJobs(exchange, options);
      case "getBackupExportJob":
        return getJob(exchange, options);
      default:
        return next(exchange);
    }
  };
}

async function createJob(exchange: Exchange, { prism, state: { jobs } }: JobLifeOptions): Promise<Answer> {
  const cluster = clusterOf(exchange);
  // Two casts, because Prism has held the request and the example against these very schemas.
  const { exportBucketId, snapshotId, customData = [] } = exchange.json as ExportJobRequest;
  const example = exchange.answer.body as ExportJob;
  if (jobs.isActive(cluster, snapshotId)) {
    return refuseFor(snapshotId, exchange, prism, 409, "exportAlreadyActive");
  }
  const body = jobs.create({ ...cluster, exportBucketId, snapshotId, customData }, example);
  return { ...exchange.answer, body };
}

async function getJob(exchange: Exchange, { prism, state: { jobs } }: JobLifeOptions): Promise<Answer> {
  const { exportId = "" } = pathParameters(exchange.operation.path, exchange.request.path);
  const body = jobs.find(clusterOf(exchange), exportId);
  if (body === undefined) return refuseFor(exportId, exchange, prism, 404, "exportJobNotFound");
  return { ...exchange.answer, body };
}

function listJobs(exchange: Exchange, { state: { jobs, url } }: JobLifeOptions): Answer {
  const { operation, request } = exchange;
  const value = (name: string): string | undefined => queryValue(operation, request.query, name);
  const includeCount = value("includeCount") === "true";
  const itemsPerPage = Number(value("itemsPerPage"));
  const pageNum = Number(value("pageNum"));
  const link = (rel: string, page: number): { rel: string; href: string } => ({
    rel,
    href: `${url}${request.path}?includeCount=${includeCount}&itemsPerPage=${itemsPerPage}&pageNum=${page}`,
  });

  const all = jobs.of(clusterOf(exchange));
  const end = pageNum * itemsPerPage;
  const body: ExportJobList = {
    results: all.slice(end - itemsPerPage, end),
    ...(includeCount && { totalCount: all.length }),
    links: [link("self", pageNum), ...(end < all.length ? [link("next", pageNum + 1)] : [])],
  };
  return { ...exchange.answer, body };
}

function clusterOf({ operation, request }: Exchange): Cluster {
  const { groupId = "", clusterName = "" } = pathParameters(operation.path, request.path);
  return { groupId, clusterName };
}

/** Refuses with an example that names one id, and puts the request's own id in its place. */
async function refuseFor(
  id: string,
  { operation }: Exchange,
  prism: Prism,
  status: number,
  example: string,
): Promise<Answer> {
  const otherwise = { errorCode: "REFUSED", detail: `Refused for ${id}.` };
  const answer = await refuse(prism, operation, { status, example, otherwise });
  const { parameters: [named] = [], detail = "", ...error } = answer.body as ApiError;
  return { ...answer, body: { ...error, detail: detail.replaceAll(String(named), id), parameters: [id] } };
}
