import {
  type AtlasClient,
  apiKey,
  createAtlasClient,
  type ServiceAccount,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import type { Context } from "./context.ts";
import { type Credential, type CredentialFlags, chooseCredential, withNearMisses } from "./credentials.ts";
import { debugHooks } from "./debug-hooks.ts";
import { describeError } from "./describe-error.ts";
import { exitCodes } from "./exit-code.ts";
import { usageFailure } from "./failure.ts";
import { ignoredProxy } from "./proxies.ts";
import { version } from "./version.ts";

/** The flags of every command that talks to the service. */
export interface ConnectionFlags extends CredentialFlags {
  project?: string | undefined;
  baseUrl?: string | undefined;
}

/** A client for one project. */
export interface Connection extends Context {
  readonly atlas: AtlasClient;
  readonly groupId: string;
  readonly credential: Credential;
  /** Another host than the service's own. */
  readonly baseUrl: string | undefined;
  readonly flags: ConnectionFlags;
}

/**
 * Signs in for as long as `use` takes. The token of a service account is given back at the end: the service allows only
 * so many of them, and a command that runs every minute would use them up. It is not waited for long.
 *
 * @throws {CommandFailure} when no credential or no project is given
 */
export async function withConnection<Result>(
  context: Context,
  flags: ConnectionFlags,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const { world, output } = context;
  const { env, clock, fetch, random } = world;
  const credential = chooseCredential(flags, env);
  const groupId = projectOf(flags, env);
  const baseUrl = flags.baseUrl ?? (env["MONGODB_ATLAS_BASE_URL"]?.trim() || undefined);
  const signIn = signInWith(credential);
  const atlas = create(flags, {
    auth: signIn,
    ...(baseUrl ? { baseUrl } : {}),
    allowInsecureHttp: env["MONGODB_ATLAS_ALLOW_INSECURE_HTTP"]?.trim() === "true",
    clock,
    fetch,
    random,
    userAgent: `atlas-snapshot-export-cli/${version()}`,
    hooks: debugHooks(output),
  });
  // Known now, and not only when every attempt to connect has timed out.
  const ignored = ignoredProxy(atlas.engine.baseUrl, env, world.proxies);
  if (ignored) output.warning(ignored);
  let isReachable = true;
  try {
    return await use({ ...context, atlas, groupId, credential, baseUrl, flags });
  } catch (error) {
    isReachable = describeError(error, "").exitCode !== exitCodes.unavailable;
    throw error;
  } finally {
    if ("revoke" in signIn && isReachable && !world.signal.aborted) await giveBack(signIn, context);
  }
}

/** How long a command waits for its token to be taken back, in milliseconds; by itself it ends within the hour. */
const giveBackWithinMs = 5_000;

/** The command's work is done by now: whatever becomes of this, Ctrl-C included, does not change how it ended. */
async function giveBack(signIn: ServiceAccount, { world, output }: Context): Promise<void> {
  const expired = new AbortController();
  const cancel = world.clock.schedule(
    () => expired.abort(new Error(`no answer within ${giveBackWithinMs} ms`)),
    giveBackWithinMs,
  );
  await signIn
    .revoke({ signal: AbortSignal.any([world.signal, expired.signal]) })
    .catch((error: Error) => output.debug(`the token may live on: ${error.message}`))
    .finally(cancel);
}

function signInWith(credential: Credential): ServiceAccount | ReturnType<typeof apiKey> {
  const { kind, id, secret } = credential;
  return kind === "service-account"
    ? serviceAccount({ clientId: id, clientSecret: secret })
    : apiKey({ publicKey: id, privateKey: secret });
}

function projectOf({ project }: ConnectionFlags, env: Context["world"]["env"]): string {
  const groupId = project ?? env["MONGODB_ATLAS_PROJECT_ID"]?.trim();
  if (groupId) return groupId;
  throw usageFailure(
    "there is no project",
    withNearMisses("neither --project nor MONGODB_ATLAS_PROJECT_ID says which", env, [
      "MONGODB_ATLAS_PROJECT_ID",
    ]),
    "give one of them the project's id, 24 hexadecimal digits",
  );
}

/** The options of the client that a user decides are the address and whether it may be insecure. */
function create(flags: ConnectionFlags, options: Parameters<typeof createAtlasClient>[0]): AtlasClient {
  try {
    return createAtlasClient(options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const place = flags.baseUrl ? "--base-url" : "MONGODB_ATLAS_BASE_URL";
    throw usageFailure(
      `${place} cannot be used`,
      error.message
        .replace("baseUrl", "it")
        .replace("allowInsecureHttp: true", "MONGODB_ATLAS_ALLOW_INSECURE_HTTP=true"),
      `give the address of the service, or leave ${place} out for MongoDB Atlas itself`,
    );
  }
}
