import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";

interface Nonce {
  readonly expiresAtMs: number;
  lastCount: number;
}

/** The nonces that one mock has issued, and how far the count of each has come (RFC 7616, section 5.4). */
export class DigestNonces {
  readonly #issued = new Map<string, Nonce>();
  readonly #clock: Clock;
  readonly #lifetimeMs: number;

  constructor(clock: Clock, lifetimeMs: number) {
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
  }

  issue(): string {
    const nonce = randomBytes(24).toString("base64");
    this.#issued.set(nonce, { expiresAtMs: this.#clock.monotonicMs() + this.#lifetimeMs, lastCount: 0 });
    return nonce;
  }

  /** Takes a nonce with its count: `false` when it was not issued here, has expired, or the count has not grown. */
  use(nonce: string, count: number): boolean {
    const issued = this.#issued.get(nonce);
    if (issued === undefined) return false;
    if (this.#clock.monotonicMs() >= issued.expiresAtMs) {
      this.#issued.delete(nonce);
      return false;
    }
    if (count <= issued.lastCount) return false;
    issued.lastCount = count;
    return true;
  }
}
