import type { ExportJob, ExportJobList, ExportJobRequest } from "@atlas-snapshot-export/types";
import type { Answer } from "./answer.ts";
import type { Cluster } from "./cluster.ts";
import type { Exchange, Respond } from "./exchange.ts";
import { pathParameters } from "./operation.ts";
import { pageOf } from "./pages.ts";
import type { Prism } from "./prism.ts";
import { refuseNaming } from "./refusal.ts";
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
    return refuseNaming(snapshotId, prism, exchange.operation, 409, "exportAlreadyActive");
  }
  const body = jobs.create({ ...cluster, exportBucketId, snapshotId, customData }, example);
  return { ...exchange.answer, body };
}

async function getJob(exchange: Exchange, { prism, state: { jobs } }: JobLifeOptions): Promise<Answer> {
  const { exportId = "" } = pathParameters(exchange.operation.path, exchange.request.path);
  const body = jobs.find(clusterOf(exchange), exportId);
  if (body === undefined) return refuseNaming(exportId, prism, exchange.operation, 404, "exportJobNotFound");
  return { ...exchange.answer, body };
}

function listJobs(exchange: Exchange, { state: { jobs, url } }: JobLifeOptions): Answer {
  const body: ExportJobList = pageOf(jobs.of(clusterOf(exchange)), exchange, url);
  return { ...exchange.answer, body };
}

function clusterOf({ operation, request }: Exchange): Cluster {
  const { groupId = "", clusterName = "" } = pathParameters(operation.path, request.path);
  return { groupId, clusterName };
}
