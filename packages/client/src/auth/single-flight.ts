import { unlessAborted } from "../clock.ts";

/** Joins the run that is under way, or begins one. A caller whose signal aborts leaves it. */
export type SingleFlight<Value> = (
  run: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal | undefined,
) => Promise<Value>;

interface Flight<Value> {
  result: Promise<Value>;
  controller: AbortController;
  waiting: number;
}

/** One run at a time, for all who ask while it lasts. It is ended when the last of them has left. */
export function singleFlight<Value>(): SingleFlight<Value> {
  let current: Flight<Value> | undefined;

  return async (run, signal) => {
    signal?.throwIfAborted();
    current ??= start(run);
    const flight = current;
    flight.waiting += 1;
    try {
      return await unlessAborted(signal, (...settle) => void flight.result.then(...settle));
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        current = undefined;
        flight.controller.abort();
      }
    }
  };
}

function start<Value>(run: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
  const controller = new AbortController();
  return { result: run(controller.signal), controller, waiting: 0 };
}
