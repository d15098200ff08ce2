import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";

/** The lifetime of a token on the live service, in seconds. */
export const TOKEN_LIFETIME_S = 3600;

/** The bearer tokens that one mock has issued and not revoked. */
export class BearerTokens {
  readonly #expiresAtMs = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(): string {
    const token = `mock-token-${randomBytes(24).toString("base64url")}`;
    this.#expiresAtMs.set(token, this.#clock.monotonicMs() + TOKEN_LIFETIME_S * 1000);
    return token;
  }

  isLive(token: string): boolean {
    const expiresAtMs = this.#expiresAtMs.get(token);
    return expiresAtMs !== undefined && this.#clock.monotonicMs() < expiresAtMs;
  }

  revokeAll(): void {
    this.#expiresAtMs.clear();
  }

  revoke(token: string): void {
    this.#expiresAtMs.delete(token);
  }
}
