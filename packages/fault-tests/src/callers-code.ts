import {
  type AtlasClient,
  type AtlasClientOptions,
  type AuthProvider,
  type BearerToken,
  type Clock,
  type Fetch,
  type Hooks,
  type PathClient,
  serviceAccount,
  type WaitOptions,
  withPaths,
} from "@atlas-snapshot-export/client";
import type { Credentials } from "@atlas-snapshot-export/mock";
import { type Step, stepOf } from "./steps.ts";

/** Everything that a caller can plug into the client, and that can fail. */
export const plugs = [
  "middleware onRequest",
  "middleware onResponse",
  "hook onRequest",
  "hook onResponse",
  "hook onRetry",
  "hook onWarning",
  "fetch before",
  "fetch after",
  "authorize",
  "onUnauthorized",
  "store get",
  "store set",
  "clock now",
  "clock monotonicMs",
  "clock schedule",
  "random",
  "onProgress",
  "signal",
] as const;

export type Plug = (typeof plugs)[number];

/** How the caller's code fails. A signal aborts before the request, aborts after it, or is not a real one. */
type Way = "throws" | "rejects" | "returns nonsense";

/** One failure of the caller's code. */
export interface CallerFault {
  plug: Plug;
  way: Way;
  step: Step;
  times: "once" | "always";
}

/** What returns at once cannot reject: the promise would be the caller's own to handle. */
const isSynchronous = (plug: Plug) => plug.startsWith("clock") || plug === "random";

/** Every way in which the caller's code can fail at a step. */
export function callerFaultsAt(step: Step): CallerFault[] {
  return plugs.flatMap((plug) =>
    (["throws", "rejects", "returns nonsense"] as const)
      .filter((way) => way !== "rejects" || !isSynchronous(plug))
      .flatMap((way) => (["once", "always"] as const).map((times) => ({ plug, way, step, times }))),
  );
}

/** What a caller plugs into the client. */
export interface CallersCode {
  connect(
    create: (
      options: Pick<AtlasClientOptions, "auth" | "fetch" | "clock" | "random" | "hooks">,
    ) => AtlasClient,
  ): AtlasClient;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: NonNullable<WaitOptions["onProgress"]>;
  /** What it throws. */
  readonly thrown: Error;
  /** How often it has failed. */
  readonly failures: number;
}

interface World {
  credentials: Pick<Credentials, "clientId" | "clientSecret">;
  fetch: Fetch;
  clock: Clock;
  random: () => number;
}

type Middleware = Parameters<PathClient["use"]>[number];

/** A caller whose code works, apart from the one fault. */
export function callersCode(fault: CallerFault, world: World): CallersCode {
  const thrown = new RangeError("the caller's own failure");
  const controller = new AbortController();
  let failures = 0;
  /** The step of the request that was signed or sent last, for code that is called without one. */
  let current: Step = "sign in";

  const isDue = (plug: Plug, step: Step) =>
    fault.plug === plug && fault.step === step && (fault.times === "always" || failures === 0);

  /** Runs the caller's code, or fails in its place. */
  function run<Result>(plug: Plug, step: Step, work: () => Result, nonsense?: () => unknown): Result {
    if (!isDue(plug, step)) return work();
    failures += 1;
    if (fault.way === "throws") throw thrown;
    // The casts are the point: the caller's code does not return what its type says.
    if (fault.way === "rejects") return Promise.reject(thrown) as Result;
    return (nonsense ? nonsense() : 42) as Result;
  }

  function abortIfDue(step: Step, way: Way): void {
    if (fault.way !== way || !isDue("signal", step)) return;
    failures += 1;
    controller.abort(thrown);
  }

  const fetch: Fetch = async (url, init) => {
    const step = stepOf(init.method, new URL(url).pathname);
    current = step;
    abortIfDue(step, "throws");
    if (isDue("fetch before", step)) return run("fetch before", step, () => new Response());
    const response = await world.fetch(url, init);
    if (!isDue("fetch after", step) && !isDue("signal", step)) return response;
    // Read here, so that the response has arrived whole and time goes on.
    const whole = new Response((await readWhole(response)) || null, response);
    abortIfDue(step, "rejects");
    return run("fetch after", step, () => whole);
  };

  const hooks: Hooks = {
    onRequest: ({ method, url }) => run("hook onRequest", stepOf(method, new URL(url).pathname), () => {}),
    onResponse: ({ method, url }) => run("hook onResponse", stepOf(method, new URL(url).pathname), () => {}),
    onRetry: ({ method, url }) => run("hook onRetry", stepOf(method, new URL(url).pathname), () => {}),
    onWarning: () => run("hook onWarning", current, () => {}),
  };

  let stored: BearerToken | undefined;
  const store = {
    // There is only something to warn of when the store fails.
    get: () =>
      fault.plug === "hook onWarning"
        ? Promise.reject(new Error("the store is down"))
        : run("store get", current, () => stored),
    set: (token: BearerToken | undefined) =>
      run("store set", current, () => {
        stored = token;
      }),
  };
  const account = serviceAccount({ ...world.credentials, store });
  const auth: AuthProvider = {
    authorize(request, context) {
      current = stepOf(request.method, new URL(request.url).pathname);
      return run("authorize", current, () => account.authorize(request, context));
    },
    onUnauthorized: (challenge, context) =>
      run("onUnauthorized", current, () => account.onUnauthorized?.(challenge, context) ?? false),
  };

  const clock: Clock = {
    now: () =>
      run(
        "clock now",
        current,
        () => world.clock.now(),
        () => Number.NaN,
      ),
    monotonicMs: () =>
      run(
        "clock monotonicMs",
        current,
        () => world.clock.monotonicMs(),
        () => Number.NaN,
      ),
    schedule: (callback, ms) =>
      run(
        "clock schedule",
        current,
        () => world.clock.schedule(callback, ms),
        () => void world.clock.schedule(callback, ms),
      ),
  };

  const random = () => run("random", current, world.random, () => Number.NaN);

  const middleware: Middleware = {
    onRequest: ({ request }) =>
      run("middleware onRequest", stepOf(request.method, new URL(request.url).pathname), () => undefined),
    onResponse: ({ request }) =>
      run("middleware onResponse", stepOf(request.method, new URL(request.url).pathname), () => undefined),
  };

  return {
    connect(create) {
      const atlas = create({ auth, fetch, clock, random, hooks });
      if (!fault.plug.startsWith("middleware")) return atlas;
      const withMiddleware = withPaths(atlas);
      withMiddleware.use(middleware);
      return withMiddleware;
    },
    // The cast is the point: an object that only looks like a signal.
    signal:
      fault.plug === "signal" && fault.way === "returns nonsense"
        ? ({ aborted: false } as AbortSignal)
        : controller.signal,
    onProgress: () => run("onProgress", current, () => {}),
    thrown,
    get failures() {
      return failures;
    },
  };
}

/** Through the stream of the response, because time is held until that has been read. */
async function readWhole({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    text += decoder.decode(part.value, { stream: true });
  return text + decoder.decode();
}
