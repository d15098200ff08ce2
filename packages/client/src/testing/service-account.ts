import {
  type BearerToken,
  type ServiceAccount,
  type ServiceAccountOptions,
  serviceAccount,
  type TokenStore,
} from "../auth/service-account.ts";
import { type AtlasClient, type ExportJob, getBackupExportJob } from "../index.ts";
import type { PathClient } from "../with-paths.ts";
import { connect, type Told } from "./connect.ts";
import { type AutoClock, autoClock, type FakeClock, fakeClock, startOfTime } from "./fake-clock.ts";
import { clusterName, exportId, groupId } from "./jobs.ts";
import type { Answer } from "./scripted-server.ts";
import { secrets } from "./secrets.ts";
import { clientId } from "./token-service.ts";

export const credentials: ServiceAccountOptions = { clientId, clientSecret: secrets.clientSecret };
export const first: string = `Bearer ${secrets.accessToken}`;
export const second: string = `Bearer ${secrets.renewedToken}`;
export const unauthorized: Answer = { status: 401, body: { error: 401, reason: "Unauthorized" } };

/** A client, what its hooks are told, and what it was made from. */
export interface SignedIn<OwnClock> {
  auth: ServiceAccount;
  clock: OwnClock;
  atlas: PathClient;
  told: Told;
}

/** A client that signs in with a service account, on a clock that stands still. */
export function signedIn(
  server: { url: string },
  options: Partial<ServiceAccountOptions> = {},
): SignedIn<FakeClock> {
  const auth = serviceAccount({ ...credentials, ...options });
  const clock = fakeClock();
  return { auth, clock, ...connect(server, { auth, clock }) };
}

/** The same on a clock that goes by itself. */
export function waiting(
  server: { url: string },
  options: Partial<ServiceAccountOptions> = {},
): SignedIn<AutoClock> {
  const auth = serviceAccount({ ...credentials, ...options });
  const clock = autoClock();
  return { auth, clock, ...connect(server, { auth, clock, fetch: clock.fetch, random: () => 0.5 }) };
}

export function read(atlas: AtlasClient, signal?: AbortSignal): Promise<ExportJob> {
  return getBackupExportJob(atlas, { groupId, clusterName, exportId }, { signal });
}

export function bearer(accessToken: string, livesForMs: number): BearerToken {
  return { accessToken, expiresAt: startOfTime + livesForMs };
}

export interface MemoryStore {
  store: TokenStore;
  writes: unknown[];
  held: { token: unknown };
}

/** A store in memory that keeps book. */
export function memoryStore(initial?: unknown): MemoryStore {
  const writes: unknown[] = [];
  const held = { token: initial };
  const store: TokenStore = {
    get: () => held.token as BearerToken,
    set(token) {
      writes.push(token);
      held.token = token;
    },
  };
  return { store, writes, held };
}
