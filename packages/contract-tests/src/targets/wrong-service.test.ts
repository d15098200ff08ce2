// A service that breaks the definition in ways that Prism lets pass or hides has to be told from one that keeps it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@atlas-snapshot-export/mock";
import { examples } from "@atlas-snapshot-export/spec/examples";
import bundle from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { beforeAll, expect, test } from "vitest";
import type { Failure, Report } from "../report/report.ts";

const { groupId, clusterName } = bundle.components.parameters;

/** What the service gets wrong with export jobs, by the query of the request. */
const MISTAKES: Readonly<Record<string, (answer: WrongAnswer) => void>> = {
  "pageNum=2": (answer) => Object.assign(answer, { status: 501, body: undefined }),
  "itemsPerPage=50": (answer) => Object.assign(answer, { status: 418, body: { error: 418 } }),
  "includeCount=false": (answer) => Object.assign(answer, { mediaType: OTHER_VERSION }),
  "pretty=true": ({ body }) => delete Object(body).results[0].exportBucketId,
  "envelope=true": ({ body }) => Object.assign(Object(body).content ?? {}, { state: "NotInTheDefinition" }),
};
const OTHER_VERSION = "application/vnd.atlas.2023-02-01+json";

interface WrongAnswer {
  status: number;
  mediaType: string;
  body: unknown;
}

let mock: Mock;
let printed = "";
let report: Report;
let files = "";

beforeAll(async () => {
  mock = await startMock();
  const job = mock.addJob({
    groupId: groupId.example,
    clusterName: clusterName.example,
    ...examples.createBackupExportJob.requests.minimal,
  });
  const service = createServer((incoming, outgoing) => void answerWrongly(incoming, outgoing));
  await once(service.listen(0, "127.0.0.1"), "listening");
  // An AddressInfo, because the server listens on a port and not on a pipe.
  const { port } = service.address() as AddressInfo;
  const directory = await mkdtemp(join(tmpdir(), "wrong-service-"));

  printed = await testContract([
    ...["--live", `http://127.0.0.1:${port}`, "--report", directory],
    ...["--group", groupId.example, "--cluster", clusterName.example, "--export", String(job.id)],
  ]);
  files = await readFile(join(directory, "contract.json"), "utf8");
  report = JSON.parse(files);
  return async () => {
    service.close();
    await mock.close();
    await rm(directory, { recursive: true });
  };
}, 600_000);

const WRONG = [
  ["listBackupExportJobs › query.pageNum", "the answer of 501", "response"],
  ["listBackupExportJobs › query.itemsPerPage", "the answer of 418", "response"],
  ["listBackupExportJobs › query.includeCount", "header.content-type", OTHER_VERSION],
  ["listBackupExportJobs › query.pretty", "body.results.0.exportBucketId", "required"],
  ["getBackupExportJob › query.envelope", "body.state", "enum"],
] as const;

test.each(WRONG)("%s fails at %s", (title, place, what) => {
  const failure = report.failures.find((one) => one.title === title);
  expect(failure, title).toBeDefined();
  expect(saidBy(failure)).toContain(place);
  expect(saidBy(failure)).toContain(what);
});

test("nothing else fails: the API key signs in through Prism, which refuses the header", () => {
  expect(report.failures.map(({ title }) => title).sort()).toEqual(WRONG.map(([title]) => title).sort());
  expect(report.agrees).toBe(false);
});

test("every case that was skipped tells why", () => {
  const skipped = report.operations.flatMap(({ cases }) => cases).filter(({ state }) => state === "skipped");
  expect(skipped.length).toBeGreaterThan(0);
  expect(skipped.filter(({ reason }) => !reason)).toEqual([]);
});

test("no secret is printed or reported", () => {
  for (const secret of [mock.credentials.privateKey, "response=", "nonce="]) {
    expect(printed).not.toContain(secret);
    expect(files).not.toContain(secret);
  }
});

test("nothing was created", () => {
  expect(mock.jobs).toHaveLength(1);
});

function saidBy(failure: Failure | undefined): string {
  return (failure?.errors ?? []).map(({ message, diff }) => `${message}\n${diff}`).join("\n");
}

/** Runs the command to its end, which is a failure, and is back with what it printed. */
async function testContract(args: string[]): Promise<string> {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const { publicKey, privateKey } = mock.credentials;
  const env = { MONGODB_ATLAS_PUBLIC_API_KEY: publicKey, MONGODB_ATLAS_PRIVATE_API_KEY: privateKey };
  const command = spawn(process.execPath, [main, ...args], { env });
  const [output, errors] = [text(command.stdout), text(command.stderr)];
  const [exitCode] = await once(command, "close");
  const all = `${await output}${await errors}`;
  expect(exitCode, all).toBe(1);
  return all;
}

/** Passes a request on to the mock, and spoils its answer. */
async function answerWrongly(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "", url = "", headers } = incoming;
  const { authorization, accept = "*/*" } = headers;
  const sent = { accept, ...(authorization && { authorization }) };
  const response = await fetch(`${mock.url}${url}`, { method, headers: sent });
  const mediaType = response.headers.get("content-type") ?? "";
  const answer: WrongAnswer = { status: response.status, mediaType, body: await response.json() };
  const [path = "", query = ""] = url.split("?");
  if (response.ok && path.includes("/backup/exports")) MISTAKES[query]?.(answer);
  const challenge = response.headers.get("www-authenticate");
  outgoing.writeHead(answer.status, {
    "content-type": answer.mediaType,
    ...(challenge && { "www-authenticate": challenge }),
  });
  outgoing.end(JSON.stringify(answer.body));
}
