import { parseArgs } from "node:util";
import type { RunOptions } from "./run-options.ts";
import type { LiveCredentials } from "./targets/live.ts";

/** What the command line asks for. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "run"; readonly run: RunOptions; readonly report: string | undefined };

export const USAGE = `pnpm test:contract                          the mock of this project, in process
pnpm test:contract --target prism           the stock \`prism mock\`
pnpm test:contract --live <base URL>        the live service, or what stands in for it, through \`prism proxy\`

Runs every case of the contract and writes the report to reports/contract/index.html.

  --report <folder>      writes it elsewhere

For a live service, the credentials are in MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, or in
MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY; MONGODB_ATLAS_BASE_URL may stand for the URL of
\`--target live\`. Nothing is changed there, and a case that needs what was not given is skipped:

  --group <id>           the project (or MONGODB_ATLAS_PROJECT_ID)
  --cluster <name>
  --export <id>          an export job of the cluster
  --snapshot <id>        a snapshot of the cluster
  --bucket <id>          an export bucket of the project
  --known <name=value>   any other parameter, by its name in the definition; may be repeated. For one operation
                         alone: --known getShardedClusterBackup.snapshotId=…
  --create               lets one case create an export job, of that snapshot into that bucket
`;

/** The flags for what exists on the service, and their names in the definition. */
const KNOWN = {
  group: "groupId",
  cluster: "clusterName",
  export: "exportId",
  snapshot: "snapshotId",
  bucket: "exportBucketId",
} as const;

const TARGETS = ["mock", "prism", "live"] as const;

type Environment = Readonly<Record<string, string | undefined>>;

class UsageError extends Error {}

/**
 * Reads the arguments of the command, and what users have in their environment already.
 *
 * @param names - What `--known` can be about.
 */
export function parseCommand(args: readonly string[], env: Environment, names: readonly string[]): Command {
  try {
    const flags = readFlags(args);
    if (flags.help) return { kind: "help" };
    return { kind: "run", run: runOptions(flags, env, names), report: flags.report };
  } catch (error) {
    // parseArgs throws a TypeError for what it does not know, with a message made for people.
    if (!(error instanceof UsageError || error instanceof TypeError)) throw error;
    return { kind: "wrong", message: error.message };
  }
}

type Flags = ReturnType<typeof readFlags>;

function readFlags(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      target: { type: "string" },
      live: { type: "string" },
      create: { type: "boolean" },
      group: { type: "string" },
      cluster: { type: "string" },
      export: { type: "string" },
      snapshot: { type: "string" },
      bucket: { type: "string" },
      known: { type: "string", multiple: true },
      report: { type: "string" },
      help: { type: "boolean" },
    },
  });
  return values;
}

function runOptions(flags: Flags, env: Environment, names: readonly string[]): RunOptions {
  const target = TARGETS.find((name) => name === (flags.target ?? (flags.live ? "live" : "mock")));
  if (target === undefined) {
    throw new UsageError(`--target takes ${TARGETS.join(", ")}; not ${flags.target}.`);
  }
  if (target === "live") {
    return {
      target,
      url: liveUrl(flags.live ?? env["MONGODB_ATLAS_BASE_URL"]),
      credentials: credentialsIn(env),
      known: knownIn(flags, env, names),
      mayCreate: flags.create === true,
    };
  }
  const forLive = ["live", "create", "known", ...Object.keys(KNOWN)].find((name) => name in flags);
  if (forLive) throw new UsageError(`--${forLive} is for a live service; the target is ${target}.`);
  return { target };
}

function liveUrl(given: string | undefined): string {
  if (!given)
    throw new UsageError("A live run needs --live <base URL>, e.g. --live https://cloud.mongodb.com");
  const { protocol, hostname, username } = URL.parse(given) ?? {};
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname ?? "");
  if (username || !(protocol === "https:" || (protocol === "http:" && isLocal))) {
    throw new UsageError(
      "--live takes a URL with https and without a user, or one with http to this machine.",
    );
  }
  return given;
}

function credentialsIn(env: Environment): LiveCredentials {
  const clientId = env["MONGODB_ATLAS_CLIENT_ID"];
  const clientSecret = env["MONGODB_ATLAS_CLIENT_SECRET"];
  if (clientId && clientSecret) return { clientId, clientSecret };
  const publicKey = env["MONGODB_ATLAS_PUBLIC_API_KEY"];
  const privateKey = env["MONGODB_ATLAS_PRIVATE_API_KEY"];
  if (publicKey && privateKey) return { publicKey, privateKey };
  throw new UsageError(
    "There are no credentials in the environment: set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, or " +
      "MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY.",
  );
}

function knownIn(flags: Flags, env: Environment, names: readonly string[]): Record<string, string> {
  const pairs = (flags.known ?? []).map((text) => {
    const [name = "", ...rest] = text.split("=");
    if (name === "" || rest.length === 0) throw new UsageError(`--known takes name=value; not ${text}.`);
    if (!names.includes(name)) {
      const plain = names.filter((one) => !one.includes("."));
      throw new UsageError(
        `--known takes a name of the definition, not ${name}. It has ${plain.join(", ")}.`,
      );
    }
    return [name, rest.join("=")];
  });
  const named = Object.entries(KNOWN).map(([flag, name]) => [name, flags[flag as keyof typeof KNOWN]]);
  const all = [["groupId", env["MONGODB_ATLAS_PROJECT_ID"]], ...named, ...pairs];
  return Object.fromEntries(all.filter(([, value]) => value));
}
