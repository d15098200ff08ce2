import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Expectation,
  type FailingConnection,
  failingConnections,
} from "../../../../packages/client/src/testing/failing-connections.ts";
import { expect } from "./exporting.ts";
import type { Check } from "./row.ts";

/** A runtime that connects. */
export interface Connecting {
  kind: "node" | "bun" | "deno";
  /** The major version of Node. */
  major?: number;
  /** Where undici is installed, for Node. */
  undici?: string;
  /** Runs a program of the project to its end, and returns what it printed. */
  run(program: string, input: object, env: Readonly<Record<string, string>>): Promise<string>;
}

interface Failure {
  code?: string;
  mayHaveArrived?: boolean;
  message: string;
}

/** The client says of every connection that fails whether the request may have arrived. */
export function reportsFailures(project: string, runtime: Connecting): Check {
  return async () => {
    await using connections = await failingConnections();
    const certificateFile = join(project, "trusted.pem");
    writeFileSync(certificateFile, connections.trusted);
    const rows = connections.rows.filter((row) => canTry(row, runtime));
    const groups = [
      rows.filter(({ proxy }) => !proxy),
      ...rows.filter(({ proxy }) => proxy).map((row) => [row]),
    ];
    for (const group of groups) {
      const { undici } = runtime;
      const input = { client: "@atlas-snapshot-export/client", undici, rows: group };
      const env = { ...trusting(certificateFile), ...through(group[0]?.proxy) };
      const failures = JSON.parse(await runtime.run("try-connections.js", input, env)) as Failure[];
      for (const [index, row] of group.entries()) compare(row, expectationOf(row, runtime), failures[index]);
    }
    const arrived = rows.filter(
      (row) => !expectationOf(row, runtime).mayHaveArrived && connections.hasRequest(row.url),
    );
    expect("requests that were not sent, and arrived", arrived.map(({ name }) => name).join(), "");
    return String(rows.length);
  };
}

function canTry(
  { fetch, proxy, sinceNode = 0 }: FailingConnection,
  { kind, major = 0 }: Connecting,
): boolean {
  if (kind !== "node") return fetch === undefined || fetch === "foreign signal";
  // Node 20 takes no proxy from the environment.
  if (proxy && major < 22 && fetch !== "undici") return false;
  return major >= sinceNode;
}

function expectationOf(row: FailingConnection, { kind }: Connecting): Expectation {
  return kind === "node" ? row.expected : { ...row.expected, ...row[kind] };
}

function compare({ name }: FailingConnection, expected: Expectation, failure: Failure | undefined): void {
  const { code, mayHaveArrived, message } = failure ?? { message: "" };
  const codes = expected.codes.map(String);
  const isAsExpected =
    mayHaveArrived === expected.mayHaveArrived &&
    codes.includes(String(code)) &&
    message.includes(expected.text);
  if (isAsExpected) return;
  const wanted = `${codes.join(" or ")}, mayHaveArrived ${expected.mayHaveArrived}, «${expected.text}»`;
  throw new Error(`${name}: expected ${wanted}, got ${code}, mayHaveArrived ${mayHaveArrived}, «${message}»`);
}

function trusting(certificateFile: string): Record<string, string> {
  return { NODE_EXTRA_CA_CERTS: certificateFile, DENO_CERT: certificateFile };
}

function through(proxy: string | undefined): Record<string, string> {
  return proxy ? { HTTPS_PROXY: proxy, NO_PROXY: "", NODE_USE_ENV_PROXY: "1" } : {};
}
