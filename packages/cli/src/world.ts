import type { Clock, Fetch } from "@atlas-snapshot-export/client";
import type { ProxySupport } from "./proxies.ts";

/** Everything outside that a command can see or touch. */
export interface World {
  readonly env: Environment;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** What `fetch` makes of the proxies in `env`. */
  readonly proxies: ProxySupport;
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
  /** Aborted by Ctrl-C, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** As much of Node's `WriteStream` as is needed. */
export interface OutputStream {
  /** `done` is told when the text is written, or why it could not be. */
  write(text: string, done: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean | undefined;
  /** Read again each time: a window can change its size. */
  readonly columns?: number | undefined;
}
