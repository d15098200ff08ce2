import { createHash } from "node:crypto";
import type { Mock } from "../src/index.ts";
import { type Call, call, type Reply } from "./call.ts";

/** What a test can get wrong in an answer to a challenge. */
export interface Sent {
  method: string;
  uri: string;
  nonce: string;
  username: string;
  password: string;
  nc: string;
  cnonce: string;
  qop: string;
  algorithm: string;
  realm: string;
  response?: string;
}

export interface Challenge {
  nonce: string;
  realm: string;
  stale: string;
  algorithm: string;
}

export function readChallenge({ headers }: Reply): Challenge {
  const header = headers.get("www-authenticate") ?? "";
  const one = (pattern: RegExp): string => pattern.exec(header)?.[1] ?? "";
  return {
    nonce: one(/nonce="([^"]*)"/),
    realm: one(/realm="([^"]*)"/),
    stale: one(/stale=(\w+)/),
    algorithm: one(/algorithm=([\w-]+)/),
  };
}

/** The client's side of RFC 7616, written apart from the mock's. */
export function authorization(sent: Sent): string {
  const hash = (text: string): string =>
    createHash(sent.algorithm === "SHA-256" ? "sha256" : "md5")
      .update(text)
      .digest("hex");
  const a1 = hash([sent.username, sent.realm, sent.password].join(":"));
  const a2 = hash([sent.method, sent.uri].join(":"));
  const response = sent.response ?? hash([a1, sent.nonce, sent.nc, sent.cnonce, "auth", a2].join(":"));
  return [
    `Digest username="${sent.username}"`,
    `realm="${sent.realm}"`,
    `nonce="${sent.nonce}"`,
    `uri="${sent.uri}"`,
    `algorithm=${sent.algorithm}`,
    `qop=${sent.qop}`,
    `nc=${sent.nc}`,
    `cnonce="${sent.cnonce}"`,
    `response="${response}"`,
  ].join(", ");
}

export async function challengeOf(mock: Mock, path: string): Promise<Challenge> {
  return readChallenge(await call(mock, path));
}

/** Calls with an answer to a challenge, right but for what the test changes. */
export function callWithDigest(
  mock: Mock,
  path: string,
  { nonce, realm, algorithm }: Challenge,
  wrong: Partial<Sent> = {},
  request: Call = {},
): Promise<Reply> {
  const { publicKey: username, privateKey: password } = mock.credentials;
  const method = request.method ?? (request.json === undefined ? "GET" : "POST");
  const right = {
    method,
    uri: path,
    nonce,
    username,
    password,
    nc: "00000001",
    cnonce: "0a4f113b",
    realm,
    algorithm,
  };
  const header = authorization({ ...right, qop: "auth", ...wrong });
  return call(mock, path, { ...request, headers: { authorization: header, ...request.headers } });
}
