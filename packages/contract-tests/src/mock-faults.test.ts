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
import { definition, successOf } from "./definition.ts";
import { expectError, signedExchange, soundRequest } from "./mock-exchange.ts";

async function own(options: MockOptions): Promise<Mock> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

describe.each(definition.operations.map((operation) => ({ ...operation })))("$operationId", (operation) => {
  const { operationId } = operation;
  const sound = soundRequest(operation);
  const success = successOf(operation);
  // With the example of its success, so that nothing has to be there.
  const request = { ...sound, headers: { ...sound.headers, prefer: `code=${success.status}` } };
  // A cast, because the name comes from the definition.
  const faulty = (kind: FaultKind): Fault => ({ on: operationId as Fault["on"], kind });

  test.each(UNANSWERED)("the fault %s is no answer, and in the record", async (kind) => {
    const mock = await own({ scenario: { faults: [faulty(kind)] } });
    await expect(signedExchange(mock, request)).rejects.toThrow();
    const status = kind === "cutBefore" ? 500 : success.status;
    expect(mock.requests.at(-1), "the record").toMatchObject({ fault: kind, status });
  });

  test.each(SILENT)("the fault %s is silence, and in the record", async (kind) => {
    const recorded = Promise.withResolvers<RecordedRequest>();
    const onRequest = (record: RecordedRequest) => record.fault && recorded.resolve(record);
    const mock = await own({ scenario: { faults: [faulty(kind)] }, onRequest });
    const silence = signedExchange(mock, request).catch(() => {});
    const status = kind === "silentBefore" ? 500 : success.status;
    expect(await recorded.promise, "the record").toMatchObject({ fault: kind, status });
    await mock.close();
    await silence;
  });

  // What spoils the body of a success needs one.
  const answered = ANSWERED.filter(({ status }) => status !== undefined || success.body).map((fault) => ({
    ...fault,
    status: fault.status ?? success.status,
  }));
  test.each(answered)("the fault $kind is a $status", async ({ kind, status, text, ...expected }) => {
    const faults = [{ ...faulty(kind), request: 2 }];
    const mock = await own({ scenario: { faults } });
    const whole = await signedExchange(mock, request);
    const answer = await signedExchange(mock, request);
    if (text === undefined) expectError(answer, status);
    expect({
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      contentType: answer.headers.get("content-type"),
      text: answer.text,
    }).toMatchObject({
      status,
      contentType: whole.headers.get("content-type"),
      ...(text !== undefined && { text: text(whole.text) }),
      ...expected,
    });
    expect(mock.requests.at(-1)?.fault, "the record").toBe(kind);
  });
});

const UNANSWERED = ["cutBefore", "cutAfter", "cutInBody"] as const;

const SILENT = ["silentBefore", "silentAfter"] as const;

interface ExpectedFault {
  /** @default that of the operation's success */
  readonly status?: number;
  readonly retryAfter?: string | null;
  /** @default that of the answer without the fault */
  readonly contentType?: string | null;
  /**
   * What arrives, of the text of the answer without the fault.
   * @default an error in the ordinary shape
   */
  readonly text?: (whole: string) => unknown;
}

const JSON_TYPE = "application/json";

const HTML = { contentType: "text/html", text: () => expect.stringMatching(/^<!doctype html>/) };

/** Every kind that has an answer: by type, none is forgotten. */
const FAULTS: Record<
  Exclude<FaultKind, (typeof UNANSWERED)[number] | (typeof SILENT)[number]>,
  ExpectedFault
> = {
  rateLimited: { status: 429, retryAfter: "7", contentType: JSON_TYPE },
  rateLimitedWithoutRetryAfter: { status: 429, retryAfter: null, contentType: JSON_TYPE },
  internalErrorBefore: { status: 500, contentType: JSON_TYPE },
  internalErrorAfter: { status: 500, contentType: JSON_TYPE },
  accessTokenExpired: { status: 401, contentType: JSON_TYPE },
  badGateway: { status: 502, contentType: null, text: () => "" },
  unavailableHtml: { status: 503, ...HTML },
  emptyBody: { text: () => "" },
  truncatedJson: { text: (whole) => whole.slice(0, Math.floor(whole.length / 2)) },
  wrongMediaType: HTML,
};

// A cast, because Object.entries widens the names.
const ANSWERED = Object.entries(FAULTS).map(([kind, expected]) => ({ kind: kind as FaultKind, ...expected }));
