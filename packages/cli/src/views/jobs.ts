import type { ExportJob } from "@atlas-snapshot-export/client";
import type { ExportLocation } from "../documents.ts";
import type { Terminal } from "../output.ts";
import { paintState } from "../paint.ts";
import { block, cell, type Fact, table } from "../table.ts";

export function jobTable(jobs: readonly ExportJob[], terminal: Terminal): string[] {
  if (jobs.length === 0) return ["no export jobs"];
  const headings = ["ID", "STATE", "CREATED", "FINISHED", "SNAPSHOT", "BUCKET"];
  const rows = jobs.map((job) => [
    cell(job.id),
    cell(job.state, paintState(terminal.paint, job.state)),
    cell(job.createdAt),
    cell(job.finishedAt),
    cell(job.snapshotId),
    cell(job.exportBucketId),
  ]);
  return table(headings, rows, terminal.columns);
}

/** Everything that is known of a job, and where its files lie. */
export function jobBlock(
  job: ExportJob,
  location: ExportLocation | null,
  { paint }: Pick<Terminal, "paint">,
): string[] {
  const { stateReason, exportStatus, customData, components } = job;
  const total = exportStatus?.totalCollections ?? 0;
  return block([
    ["job", cell(job.id)],
    ["state", cell(job.state, paintState(paint, job.state))],
    ["reason", cell([stateReason?.errorCode, stateReason?.message].filter(Boolean).join(": "))],
    ["collections", cell(total > 0 ? `${exportStatus?.exportedCollections ?? 0} of ${total}` : "")],
    ["created", cell(job.createdAt)],
    ["finished", cell(job.finishedAt)],
    ["snapshot", cell(job.snapshotId)],
    ["bucket", cell(job.exportBucketId)],
    ["shards", cell(listOf(components, ({ replicaSetName }) => replicaSetName))],
    ["custom data", cell(listOf(customData, ({ key, value }) => `${key}=${value}`))],
    ...(location ? locationFacts(location, job) : []),
  ]);
}

function locationFacts({ prefix, uri, completeMarker }: ExportLocation, { state }: ExportJob): Fact[] {
  return [
    ["prefix", cell(prefix)],
    ["address", cell(uri)],
    [state === "Successful" ? "complete" : "watch for", cell(completeMarker)],
  ];
}

function listOf<Item>(items: readonly Item[] | undefined, text: (item: Item) => unknown): string {
  return Array.isArray(items) ? items.map(text).join(", ") : "";
}
