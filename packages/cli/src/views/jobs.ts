import type { ExportJob } from "@atlas-snapshot-export/client";
import type { ExportLocation } from "../documents.ts";
import { clockTime } from "../duration.ts";
import type { Terminal } from "../output.ts";
import { paintState } from "../paint.ts";
import { block, type Column, cell, table } from "../table.ts";

export function jobTable(jobs: readonly ExportJob[], { columns, paint }: Terminal): string[] {
  if (jobs.length === 0) return ["no export jobs"];
  const spec: Column<ExportJob>[] = [
    { heading: "ID", cell: ({ id }) => cell(id) },
    { heading: "STATE", cell: ({ state }) => cell(state, paintState(paint, state)) },
    { heading: "CREATED", cell: ({ createdAt }) => cell(createdAt) },
    { heading: "FINISHED", cell: ({ finishedAt }) => cell(finishedAt), isOptional: true },
    { heading: "SNAPSHOT", cell: ({ snapshotId }) => cell(snapshotId), isOptional: true },
    { heading: "BUCKET", cell: ({ exportBucketId }) => cell(exportBucketId), isOptional: true },
  ];
  return table(spec, jobs, columns);
}

/** Everything that is known of a job, and where its files lie. */
export function jobBlock(
  job: ExportJob,
  location: ExportLocation | null,
  { paint }: Pick<Terminal, "paint">,
): string[] {
  const { stateReason, exportStatus, customData, components } = job;
  const total = exportStatus?.totalCollections ?? 0;
  const facts = block([
    ["job", cell(job.id)],
    ["state", cell(job.state, paintState(paint, job.state))],
    ["reason", cell([stateReason?.errorCode, stateReason?.message].filter(Boolean).join(": "))],
    ["collections", cell(total > 0 ? `${exportStatus?.exportedCollections ?? 0} of ${total}` : "")],
    ["created", cell(job.createdAt)],
    ["finished", cell(finishedText(job))],
    ["snapshot", cell(job.snapshotId)],
    ["bucket", cell(job.exportBucketId)],
    ["shards", cell(listOf(components, ({ replicaSetName }) => replicaSetName))],
    ["custom data", cell(listOf(customData, ({ key, value }) => `${key}=${value}`))],
  ]);
  return location ? [...facts, "", ...locationLines(location, job)] : facts;
}

function locationLines({ prefix, uri, completeMarker }: ExportLocation, { state }: ExportJob): string[] {
  return block([
    ["prefix", cell(prefix)],
    ["address", cell(uri)],
    [state === "Successful" ? "complete" : "watch for", cell(completeMarker)],
  ]);
}

/** When a job ended, and after how long. */
function finishedText({ createdAt, finishedAt }: ExportJob): string {
  if (!finishedAt) return "";
  const tookMs = Date.parse(finishedAt) - Date.parse(createdAt ?? "");
  return tookMs >= 0 ? `${finishedAt} (after ${clockTime(tookMs)})` : finishedAt;
}

function listOf<Item>(items: readonly Item[] | undefined, text: (item: Item) => unknown): string {
  return Array.isArray(items) ? items.map(text).join(", ") : "";
}
