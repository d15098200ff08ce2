/** Every secret that is given to the client, by it or by a service. No other text holds one of them. */
export const secrets = {
  clientSecret: "mdb_sa_sk_Tr0ub4dor",
  accessToken: "eyJhbGciOiJ.fuzzed.token",
  privateKey: "5f0c9d3e-private-key",
  ownCredential: "vault-c0rrect-horse",
  session: "s3ssion-of-somebody",
} as const;
