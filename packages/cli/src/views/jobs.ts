import type { ExportJob } from "@atlas-snapshot-export/client";
import { collectionsOf } from "../collections.ts";
import type { ExportLocation } from "../documents.ts";
import { clockTime, momentMs } from "../duration.ts";
import { isObject } from "../is-object.ts";
import { type Line, lookOfState } from "../line.ts";
import type { Terminal } from "../output.ts";
import { plainText } from "../plain-text.ts";
import { block, type Column, cell, table } from "../table.ts";

export function jobTable(jobs: readonly ExportJob[], { columns }: Terminal): Line[] {
  if (jobs.length === 0) return ["no export jobs"];
  const spec: Column<ExportJob>[] = [
    { heading: "ID", cell: ({ id }) => cell(id) },
    { heading: "STATE", cell: ({ state }) => cell(state, lookOfState(state)) },
    { heading: "CREATED", cell: ({ createdAt }) => cell(createdAt) },
    { heading: "FINISHED", cell: ({ finishedAt }) => cell(finishedAt), isOptional: true },
    { heading: "SNAPSHOT", cell: ({ snapshotId }) => cell(snapshotId), isOptional: true },
    { heading: "BUCKET", cell: ({ exportBucketId }) => cell(exportBucketId), isOptional: true },
  ];
  return table(spec, jobs, columns);
}

/** Everything that is known of a job, and where its files lie. */
export function jobBlock(job: ExportJob, location: ExportLocation | null): Line[] {
  const { stateReason, customData, components } = job;
  const collections = collectionsOf(job);
  const facts = block([
    ["job", cell(job.id)],
    ["state", cell(job.state, lookOfState(job.state))],
    ["reason", cell(reasonText(stateReason))],
    ["collections", cell(collections ? `${collections.exported} of ${collections.total}` : "")],
    ["created", cell(job.createdAt)],
    ["finished", cell(finishedText(job))],
    ["snapshot", cell(job.snapshotId)],
    ["bucket", cell(job.exportBucketId)],
    ["shards", cell(listOf(components, ({ replicaSetName }) => replicaSetName))],
    [
      "custom data",
      cell(listOf(customData, ({ key, value }) => `${plainText(key ?? "")}=${plainText(value ?? "")}`)),
    ],
  ]);
  return location ? [...facts, "", ...locationLines(location, job)] : facts;
}

function locationLines({ prefix, uri, completeMarker }: ExportLocation, { state }: ExportJob): Line[] {
  return block([
    ["prefix", cell(prefix)],
    ["address", cell(uri)],
    [state === "Successful" ? "complete" : "watch for", cell(completeMarker)],
  ]);
}

/** Why a job failed, in the service's words; empty when it has none. */
export function reasonText(stateReason: ExportJob["stateReason"]): string {
  const { errorCode, message } = Object(stateReason);
  return [errorCode, message].filter(Boolean).map(plainText).join(": ");
}

/** When a job ended, and after how long. */
function finishedText({ createdAt, finishedAt }: ExportJob): unknown {
  const tookMs = momentMs(finishedAt) - momentMs(createdAt);
  return tookMs >= 0 ? `${finishedAt} (after ${clockTime(tookMs)})` : finishedAt;
}

function listOf<Item>(items: readonly Item[] | undefined, text: (item: Item) => unknown): string {
  if (!Array.isArray(items)) return "";
  return items
    .filter((item: Item) => isObject(item))
    .map((item) => plainText(text(item) ?? ""))
    .join(", ");
}
