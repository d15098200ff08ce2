import { generateKeyPairSync, randomInt, sign } from "node:crypto";
import { isIPv4 } from "node:net";

/** A certificate and its private key, each in PEM. */
export interface Certificate {
  readonly name: string;
  readonly cert: string;
  readonly key: string;
}

const dayMs = 86_400_000;

/** A certificate that signs others. */
export function authority(name = "An authority"): Certificate {
  const isAuthority = extension(basicConstraints, sequence(der(0x01, Buffer.of(0xff))));
  return create({ subject: name, expiresAt: inADay(), extension: isAuthority });
}

/** A certificate of an IPv4 address or a host name, signed by itself unless there is an issuer. */
export function certificate(host: string, issuer?: Certificate, expiresAt: Date = inADay()): Certificate {
  return create({
    subject: host,
    issuer,
    expiresAt,
    extension: extension(subjectAltName, sequence(nameOfHost(host))),
  });
}

function inADay(): Date {
  return new Date(Date.now() + dayMs);
}

interface Content {
  subject: string;
  issuer?: Certificate | undefined;
  expiresAt: Date;
  extension: Buffer;
}

/** X.509 version 3 (RFC 5280), with a key of its own. */
function create({ subject, issuer, expiresAt, extension }: Content): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = pem("PRIVATE KEY", privateKey.export({ type: "pkcs8", format: "der" }));
  const toBeSigned = sequence(
    der(0xa0, integer(2)),
    integer(randomInt(1, 128)),
    ecdsaWithSha256,
    commonName(issuer?.name ?? subject),
    sequence(time(new Date(expiresAt.getTime() - 2 * dayMs)), time(expiresAt)),
    commonName(subject),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(extension)),
  );
  const signature = sign("sha256", toBeSigned, issuer?.key ?? key);
  const cert = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.of(0), signature));
  return { name: subject, key, cert: pem("CERTIFICATE", cert) };
}

/** One value in DER (X.690). */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  // Strict readers refuse a length in more bytes than it needs.
  const size = length < 0x80 ? bytes : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...contents: Buffer[]): Buffer {
  return der(0x30, ...contents);
}

/** Of less than 128. */
function integer(value: number): Buffer {
  return der(0x02, Buffer.of(value));
}

function time(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
}

function commonName(text: string): Buffer {
  const id = Buffer.from("0603550403", "hex");
  return sequence(der(0x31, sequence(id, der(0x0c, Buffer.from(text)))));
}

const ecdsaWithSha256 = sequence(Buffer.from("06082a8648ce3d040302", "hex"));
const basicConstraints = Buffer.from("0603551d13", "hex");
const subjectAltName = Buffer.from("0603551d11", "hex");

function extension(id: Buffer, value: Buffer): Buffer {
  return sequence(id, der(0x04, value));
}

function nameOfHost(host: string): Buffer {
  return isIPv4(host) ? der(0x87, Buffer.from(host.split(".").map(Number))) : der(0x82, Buffer.from(host));
}

function pem(label: string, content: Buffer): string {
  return `-----BEGIN ${label}-----\n${content.toString("base64")}\n-----END ${label}-----\n`;
}
