import { randomBytes } from "node:crypto";

interface Nonce {
  readonly expiresAtMs: number;
  lastCount: number;
}

/** The nonces that one mock has issued, and how far the count of each has come (RFC 7616, section 5.4). */
export class DigestNonces {
  readonly #issued = new Map<string, Nonce>();
  readonly #now: () => number;
  readonly #lifetimeMs: number;

  constructor(now: () => number, lifetimeMs: number) {
    this.#now = now;
    this.#lifetimeMs = lifetimeMs;
  }

  issue(): string {
    const nonce = randomBytes(24).toString("base64");
    this.#issued.set(nonce, { expiresAtMs: this.#now() + this.#lifetimeMs, lastCount: 0 });
    return nonce;
  }

  /** Takes a nonce with its count: `false` when it was not issued here, has expired, or the count has not grown. */
  use(nonce: string, count: number): boolean {
    const issued = this.#issued.get(nonce);
    if (issued === undefined) return false;
    if (this.#now() >= issued.expiresAtMs) {
      this.#issued.delete(nonce);
      return false;
    }
    if (count <= issued.lastCount) return false;
    issued.lastCount = count;
    return true;
  }
}
