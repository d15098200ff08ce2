import { inspect } from "node:util";

/** Every secret that a test gives to the client. What is no secret of these is free to show. */
export const secrets = {
  clientSecret: "mdb_sa_sk_Tr0ub4dor",
  accessToken: "eyJhbGciOiJ.first.token",
  renewedToken: "eyJhbGciOiJ.second.token",
  privateKey: "5f0c9d3e-private-key",
  ownCredential: "vault-c0rrect-horse",
} as const;

const hidden: readonly string[] = Object.values(secrets).flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  ...inBase64(secret),
]);

/** The text in base64, at each of its three places in a longer text. */
function inBase64(text: string): string[] {
  return ["", "-", "--"].map((before) => btoa(before + text).slice(before.length + 1, -4));
}

/** Throws when a secret shows in any of the forms in which a value gets into a log. */
export function expectNoSecret(...values: unknown[]): void {
  for (const value of values) {
    for (const form of [inspect(value, { depth: 20, showHidden: true, getters: true }), plainText(value)]) {
      const shown = hidden.find((secret) => form.includes(secret));
      if (shown) throw new Error(`a secret shows ("${shown}") in: ${form.replaceAll(shown, "…")}`);
    }
  }
}

function plainText(value: unknown): string {
  if (value instanceof Error) {
    const { message, stack, cause } = value;
    return [String(value), message, stack, JSON.stringify(value), cause && plainText(cause)].join("\n");
  }
  if (value instanceof Headers) return JSON.stringify([...value]);
  return JSON.stringify(value) ?? "";
}
