/** What the mock makes of credentials. `stale`: right, but for a nonce that is no longer good. */
export type Verdict = "accepted" | "stale" | "refused";
