import { exitCodes } from "./exit-code.ts";
import { CommandFailure, usageFailure } from "./failure.ts";
import { nearMisses } from "./near-misses.ts";
import type { Environment } from "./world.ts";

/** What signs in, and where its halves came from. */
export type Credential =
  | { kind: "service-account"; id: string; secret: string; from: string }
  | { kind: "api-key"; id: string; secret: string; from: string };

export interface CredentialFlags {
  auth?: Credential["kind"] | undefined;
  clientId?: string | undefined;
  publicKey?: string | undefined;
}

interface Kind {
  kind: Credential["kind"];
  idFlag: string;
  idVariable: string;
  secretVariable: string;
}

const kinds: readonly Kind[] = [
  {
    kind: "service-account",
    idFlag: "--client-id",
    idVariable: "MONGODB_ATLAS_CLIENT_ID",
    secretVariable: "MONGODB_ATLAS_CLIENT_SECRET",
  },
  {
    kind: "api-key",
    idFlag: "--public-key",
    idVariable: "MONGODB_ATLAS_PUBLIC_API_KEY",
    secretVariable: "MONGODB_ATLAS_PRIVATE_API_KEY",
  },
];

/**
 * The credential that the flags and the variables give: of two complete ones the service account, unless `--auth` says
 * otherwise.
 *
 * @throws {CommandFailure} that says which half is missing
 */
export function chooseCredential(flags: CredentialFlags, env: Environment): Credential {
  const candidates = kinds.filter(({ kind }) => kind === (flags.auth ?? kind));
  const read = candidates.map((kind) => ({ ...kind, ...halves(kind, flags, env) }));
  const complete = read.find(({ id, secret }) => id && secret);
  if (complete?.id && complete.secret) {
    const { kind, id, secret, from } = complete;
    return { kind, id, secret, from };
  }
  const half = read.find(({ id, secret }) => id || secret);
  if (half) throw halfFailure(half, env);
  const pairs = candidates.map(({ idVariable, secretVariable }) => `${idVariable} and ${secretVariable}`);
  throw new CommandFailure({
    exitCode: exitCodes.permission,
    what: "there is no credential to sign in with",
    why: withNearMisses(
      `the environment has neither half of ${candidates.map(({ kind }) => nameOf(kind)).join(" or ")}`,
      env,
      candidates.flatMap(({ idVariable, secretVariable }) => [idVariable, secretVariable]),
    ),
    todo: `set ${pairs.join(", or ")}`,
  });
}

function halves(
  { kind, idFlag, idVariable, secretVariable }: Kind,
  flags: CredentialFlags,
  env: Environment,
) {
  const flag = kind === "service-account" ? flags.clientId : flags.publicKey;
  const id = flag ?? textOf(env[idVariable]);
  return { id, secret: textOf(env[secretVariable]), from: flag ? idFlag : idVariable };
}

/** A secret that was pasted with a line end is still that secret. */
function textOf(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function halfFailure(
  { kind, id, idFlag, idVariable, secretVariable }: Kind & { id?: string | undefined },
  env: Environment,
): CommandFailure {
  const why = id ? `${secretVariable} is not set` : `neither ${idVariable} nor ${idFlag} is given`;
  return new CommandFailure({
    exitCode: exitCodes.permission,
    what: `${nameOf(kind)} is incomplete`,
    why: withNearMisses(why, env, [id ? secretVariable : idVariable]),
    todo: `set ${id ? secretVariable : `${idVariable} (or ${idFlag})`}`,
  });
}

/** Why something is missing, and the variables that may have been meant for it. */
export function withNearMisses(why: string, env: Environment, missing: readonly string[]): string {
  const found = nearMisses(env, missing);
  return found.length > 0 ? `${why}; there is ${found.join(" and ")}` : why;
}

export function nameOf(kind: Credential["kind"]): string {
  return kind === "service-account" ? "a service account" : "an API key";
}

/** The secrets in the environment, which no output may show. */
export function secretsIn(env: Environment): string[] {
  return kinds.flatMap(({ secretVariable }) => textOf(env[secretVariable]) ?? []);
}

/** Flags that a secret could follow, ours or a guess at ours. */
const secretFlag = /^--?[\w-]*(secret|private|password|passphrase|token|api-?key)[\w-]*/i;

/**
 * Refuses a secret on the command line, whatever the flag is called. What follows the flag is not looked at.
 *
 * @throws {CommandFailure}
 */
export function refuseSecretFlags(args: readonly string[]): void {
  const [flag] = args.map((arg) => secretFlag.exec(arg)?.[0]).filter((found) => found !== undefined);
  if (!flag) return;
  throw usageFailure(
    `${flag} is not taken`,
    "every user of the machine can read the arguments of a command, and the shell keeps them in its history",
    `set ${kinds.map(({ secretVariable }) => secretVariable).join(" or ")} in the environment, and replace a secret that was given here`,
  );
}
