import { inspect } from "node:util";
import {
  type AuthProvider,
  apiKey,
  createAtlasClient,
  type Fetch,
  type Hooks,
  isAtlasError,
  type ResponseValidation,
  type ServiceAccount,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import type { Call } from "./calls.ts";
import { secrets } from "./secrets.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

/** How the client signs in. */
export const signIns = {
  own: (): AuthProvider => ({ authorize: () => `Bearer ${secrets.ownCredential}` }),
  serviceAccount: (): ServiceAccount => serviceAccount({ clientId, clientSecret: secrets.clientSecret }),
  apiKey: (): AuthProvider => apiKey({ publicKey: "ytpzwmxk", privateKey: secrets.privateKey }),
};

const clientId = "mdb_sa_id_1";

const hidden = [
  ...Object.values(secrets),
  btoa(`${clientId}:${secrets.clientSecret}`),
  // In base64, as any other text has it before or behind.
  btoa(secrets.clientSecret).slice(0, -4),
];

/** One run: what is called, and how. */
export interface Scene {
  call: Call;
  signIn: keyof typeof signIns;
  isFull: boolean;
  token: string | false | undefined;
  validateResponses: ResponseValidation;
  deadlineMs: number | undefined;
  /** The random numbers that the client gets, from the first one again after the last. */
  jitter: readonly number[];
}

/** What a run needs from the world. */
export interface World {
  baseUrl: string;
  fetch: (clock: VirtualClock) => Fetch;
}

/** What came of a run. */
export interface Outcome {
  /** A result, the name of an error, or that it was without end. */
  end: string;
  requests: number;
  /** What is wrong with it, in a sentence each. */
  faults: string[];
}

/**
 * How many requests one call may make. Following pages that have no end is for the caller to end, by the signal; it is
 * made early. What is bounded comes to a few hundred at the most: every look at a job retried, and signed in anew.
 */
const maxRequests = ({ isBounded }: Call) => (isBounded ? 2_000 : 60);

const startsAt = Date.parse("2026-11-02T03:41:07Z");

export async function play(scene: Scene, { baseUrl, fetch: send }: World): Promise<Outcome> {
  const { call, isFull, token, validateResponses, deadlineMs, jitter } = scene;
  const clock = virtualClock(startsAt);
  const told: string[] = [];
  const end = new AbortController();
  let requests = 0;
  const inner = send(clock);
  const fetch: Fetch = (url, init) => {
    requests += 1;
    if (requests > maxRequests(call)) end.abort(endless);
    return inner(url, init);
  };
  const auth = signIns[scene.signIn]();
  const limit = deadlineMs === undefined ? {} : { deadlineMs };
  const hooks = listening(told);
  let drawn = 0;
  const random = () => jitter[drawn++ % jitter.length] ?? 0;
  const atlas = createAtlasClient({
    auth,
    baseUrl,
    fetch,
    clock,
    random,
    hooks,
    validateResponses,
    ...limit,
  });

  const faults: string[] = [];
  const judge = (error: unknown): string => {
    if (error === endless && !call.isBounded) return "without end";
    if (!isAtlasError(error)) faults.push(`threw what is no error of the client's: ${inspect(error)}`);
    faults.push(...shownIn("the error", textsOf(error)));
    return (error as Error | undefined)?.name ?? String(error);
  };

  const ended = await call.run(atlas, { signal: end.signal, isFull, token }).then((result) => {
    if (!call.isTyped(result)) faults.push(`answered ${inspect(result)}`);
    return "a result";
  }, judge);
  if ("revoke" in auth) await (auth as ServiceAccount).revoke().catch(judge);

  // Whoever was left alone, such as a sign-in that nobody waits for any more, cleans up before anything else happens.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  faults.push(...shownIn("what the hooks were told", told));
  if (clock.pending > 0) faults.push(`left ${clock.pending} timers behind`);
  return { end: ended, requests, faults };
}

const endless = new Error("the service does not come to an end");

function listening(told: string[]): Required<Hooks> {
  const listen = (event: object) => {
    const { headers, error, cause, ...rest } = event as Record<string, unknown>;
    told.push(inspect(rest), headers instanceof Headers ? [...headers].join() : "");
    for (const failure of [error, cause]) if (failure !== undefined) told.push(...textsOf(failure));
  };
  return { onRequest: listen, onResponse: listen, onRetry: listen, onWarning: listen };
}

/** All the forms in which an error gets into a log. */
function textsOf(error: unknown): string[] {
  return [
    String(error),
    (error as Error | undefined)?.stack ?? "",
    inspect(error, { depth: 20, maxStringLength: null }),
    json(error),
  ];
}

/** A body nested more deeply than JSON.stringify can follow has no JSON to be logged. */
function json(error: unknown): string {
  try {
    return JSON.stringify(error) ?? "";
  } catch (failure) {
    if (failure instanceof RangeError) return "";
    throw failure;
  }
}

function shownIn(what: string, texts: readonly string[]): string[] {
  const shown = hidden.find((secret) => texts.some((text) => text.includes(secret)));
  return shown
    ? [`${what} shows ${shown}: ${texts.find((text) => text.includes(shown))?.slice(0, 2_000)}`]
    : [];
}
