import { type AtlasClientOptions, apiKey, serviceAccount } from "@atlas-snapshot-export/client";

/** The credential in the variables that other tools for Atlas read, too. */
export function credential(): AtlasClientOptions["auth"] {
  const { MONGODB_ATLAS_CLIENT_ID: clientId, MONGODB_ATLAS_CLIENT_SECRET: clientSecret } = process.env;
  if (clientId && clientSecret) return serviceAccount({ clientId, clientSecret });
  return apiKey({
    publicKey: needed("MONGODB_ATLAS_PUBLIC_API_KEY"),
    privateKey: needed("MONGODB_ATLAS_PRIVATE_API_KEY"),
  });
}

/** Where the service is: another host only for tests. */
export function serviceAddress(): Pick<AtlasClientOptions, "baseUrl"> {
  const { MONGODB_ATLAS_BASE_URL: baseUrl } = process.env;
  return baseUrl ? { baseUrl } : {};
}

export function needed(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`Set ${variable}`);
  return value;
}
