// What the mock promises of faults, for every operation.
import {
  type Fault,
  type FaultKind,
  type Mock,
  type MockOptions,
  type RecordedRequest,
  startMock,
} from "@atlas-snapshot-export/mock";
import { describe, expect, onTestFinished, test } from "vitest";
import { definition } from "./definition.ts";
import { expectError, signedExchange, soundRequest } from "./mock-exchange.ts";

async function own(options: MockOptions): Promise<Mock> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

describe.each(definition.operations.map((operation) => ({ ...operation })))("$operationId", (operation) => {
  const { operationId } = operation;
  const sound = soundRequest(operation);
  // With the example of its success, so that nothing has to be there.
  const request = { ...sound, headers: { ...sound.headers, prefer: "code=200" } };
  // A cast, because the name comes from the definition.
  const faulty = (kind: FaultKind) => ({ faults: [{ on: operationId as Fault["on"], kind }] });

  test.each(UNANSWERED)("the fault %s is no answer, and in the record", async (kind) => {
    const mock = await own({ scenario: faulty(kind) });
    await expect(signedExchange(mock, request)).rejects.toThrow();
    const status = kind === "cutBefore" ? 500 : 200;
    expect(mock.requests.at(-1), "the record").toMatchObject({ fault: kind, status });
  });

  test.each(SILENT)("the fault %s is silence, and in the record", async (kind) => {
    const recorded = Promise.withResolvers<RecordedRequest>();
    const onRequest = (record: RecordedRequest) => record.fault && recorded.resolve(record);
    const mock = await own({ scenario: faulty(kind), onRequest });
    const silence = signedExchange(mock, request).catch(() => {});
    const status = kind === "silentBefore" ? 500 : 200;
    expect(await recorded.promise, "the record").toMatchObject({ fault: kind, status });
    await mock.close();
    await silence;
  });

  test.each(FAULTS)("the fault $kind is a $status", async ({ kind, status, ...expected }) => {
    const answer = await signedExchange(await own({ scenario: faulty(kind) }), request);
    if (expected.text === undefined) expectError(answer, status);
    expect({
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      contentType: answer.headers.get("content-type"),
      text: answer.text,
    }).toMatchObject({ status, ...expected });
  });
});

const UNANSWERED: FaultKind[] = ["cutBefore", "cutAfter", "cutInBody"];

const SILENT: FaultKind[] = ["silentBefore", "silentAfter"];

interface ExpectedFault {
  readonly kind: FaultKind;
  readonly status: number;
  readonly retryAfter?: string | null;
  readonly contentType?: string | null;
  readonly text?: unknown;
}

const JSON_TYPE = "application/json";

const FAULTS: ExpectedFault[] = [
  { kind: "rateLimited", status: 429, retryAfter: "7", contentType: JSON_TYPE },
  { kind: "rateLimitedWithoutRetryAfter", status: 429, retryAfter: null, contentType: JSON_TYPE },
  { kind: "internalErrorBefore", status: 500, contentType: JSON_TYPE },
  { kind: "internalErrorAfter", status: 500, contentType: JSON_TYPE },
  { kind: "badGateway", status: 502, contentType: null, text: "" },
  {
    kind: "unavailableHtml",
    status: 503,
    contentType: "text/html",
    text: expect.stringContaining("<!doctype html>"),
  },
];
