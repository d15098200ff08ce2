import type { Violations } from "./violation.ts";

/** An HTTP answer before it is written. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, not yet text; `undefined` for no body. */
  readonly body: unknown;
}

/** What Prism makes of a request. */
export interface PrismAnswer extends Answer {
  /** Why the definition has no answer, such as an unknown path or example. The body is then empty. */
  readonly problem?: string;
  /** What the request breaks (`input`), and what the example that answers it breaks (`output`). */
  readonly violations: Violations;
}

/** Prism's own response as an answer. The body is copied: it is the definition's example itself. */
export function plainAnswer(response: {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}): Answer {
  const headers = Object.entries(response.headers ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: response.statusCode,
    headers: Object.fromEntries(headers),
    body: structuredClone(response.body),
  };
}

export function problemAnswer(
  status: number,
  problem: string,
  violations: Violations = { input: [], output: [] },
): PrismAnswer {
  return { status, headers: {}, body: undefined, problem, violations };
}
