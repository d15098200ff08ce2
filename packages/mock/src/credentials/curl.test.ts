import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { JOBS, ORDER, VERSIONED } from "../../test/call.ts";
import { startMock } from "../index.ts";

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const exec = promisify(execFile);

test.each(["MD5", "SHA-256"] as const)(
  "signs in with %s, with GET and with POST",
  async (digestAlgorithm) => {
    await using mock = await startMock({ digestAlgorithm });
    const { publicKey, privateKey } = mock.credentials;
    const curl = async (...args: string[]): Promise<string> => {
      const signed = ["-sS", "--digest", "-u", `${publicKey}:${privateKey}`, "-w", " %{http_code}"];
      return (await exec("curl", [...signed, "-H", `Accept: ${VERSIONED}`, ...args])).stdout;
    };
    const created = await curl(
      "-H",
      `Content-Type: ${VERSIONED}`,
      "-d",
      JSON.stringify(ORDER),
      mock.url + JOBS,
    );
    expect(created).toMatch(/"state":"Queued".* 200$/);
    expect(mock.jobs).toHaveLength(1);
    expect(await curl(`${mock.url}${JOBS}?pageNum=1&includeCount=false`)).toMatch(/"state":"Queued".* 200$/);
    expect(mock.requests.map(({ status }) => status)).toEqual([401, 200, 401, 200]);
  },
);

test.runIf(hasCurl)("curl --digest is refused with another key", async () => {
  await using mock = await startMock();
  const { stdout } = await exec("curl", [
    "-sS",
    "--digest",
    "-u",
    "mockpubl:wrong",
    "-w",
    " %{http_code}",
    mock.url + JOBS,
  ]);
  expect(stdout).toMatch(/ 401$/);
});
