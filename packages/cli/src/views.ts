import type { ExportJob } from "@atlas-snapshot-export/client";
import { nameOf } from "./credentials.ts";
import type { Document, ExportLocation, LoginCheck } from "./documents.ts";
import type { Terminal } from "./output.ts";
import { paintState } from "./paint.ts";
import { plainText } from "./plain-text.ts";
import { block, type Cell, table } from "./table.ts";

/** What people read of jobs and where their files lie. What the service sent can be anything. */

export function jobTable(jobs: readonly ExportJob[], terminal: Terminal): string[] {
  if (jobs.length === 0) return ["no export jobs"];
  const headings = ["ID", "STATE", "CREATED", "FINISHED", "SNAPSHOT", "BUCKET"];
  const rows = jobs.map((job) => [
    cell(job.id),
    stateCell(job, terminal),
    cell(job.createdAt),
    cell(job.finishedAt),
    cell(job.snapshotId),
    cell(job.exportBucketId),
  ]);
  return table(headings, rows, terminal.columns);
}

export function jobBlock(job: ExportJob, location: ExportLocation | null, terminal: Terminal): string[] {
  const { stateReason, exportStatus, customData, components } = job;
  const total = exportStatus?.totalCollections ?? 0;
  const facts: [heading: string, cell: Cell][] = [
    ["job", cell(job.id)],
    ["state", stateCell(job, terminal)],
    ["reason", cell([stateReason?.errorCode, stateReason?.message].filter(Boolean).join(": "))],
    ["collections", cell(total > 0 ? `${exportStatus?.exportedCollections ?? 0} of ${total}` : "")],
    ["created", cell(job.createdAt)],
    ["finished", cell(job.finishedAt)],
    ["snapshot", cell(job.snapshotId)],
    ["bucket", cell(job.exportBucketId)],
    ["shards", cell(listOf(components, ({ replicaSetName }) => replicaSetName))],
    ["custom data", cell(listOf(customData, ({ key, value }) => `${key}=${value}`))],
  ];
  return [...factLines(facts), ...(location ? factLines(locationFacts(location, job)) : [])];
}

function locationFacts({ prefix, completeMarker }: ExportLocation, { state }: ExportJob): [string, Cell][] {
  return [
    ["prefix", cell(prefix)],
    [state === "Successful" ? "complete" : "watch for", cell(completeMarker)],
  ];
}

/** All blocks of one output start their values in the same column. */
function factLines(facts: [heading: string, cell: Cell][]): string[] {
  const headings = facts.map(([heading]) => heading.padEnd("custom data".length));
  return block(
    headings,
    facts.map(([, fact]) => fact),
  );
}

type LoginDocument = Extract<Document, { type: "login" }>;

export function loginLines(
  { credential, baseUrl, project, checks }: LoginDocument,
  terminal: Terminal,
): string[] {
  const { kind, id, from } = credential;
  const facts: [string, Cell][] = [
    ["credential", cell(`${nameOf(kind)}, ${id} (${from})`)],
    ["service", cell(baseUrl ?? "MongoDB Atlas")],
    ["project", cell(project)],
  ];
  return [...factLines(facts), "", ...checks.map((check) => checkLine(check, terminal))];
}

function checkLine({ what, allowed, note }: LoginCheck, { paint }: Terminal): string {
  if (allowed === null) return `${paint.dim("?  ")}  ${what} (${note})`;
  return allowed ? `${paint.green("yes")}  ${what}` : `${paint.red("no ")}  ${what}: ${note}`;
}

function stateCell({ state }: ExportJob, { paint }: Terminal): Cell {
  return { ...cell(state), paint: paintState(paint, state) };
}

function cell(value: unknown): Cell {
  return { text: value === undefined || value === null ? "" : plainText(value) };
}

function listOf<Item>(items: readonly Item[] | undefined, text: (item: Item) => unknown): string {
  return Array.isArray(items) ? items.map(text).join(", ") : "";
}
