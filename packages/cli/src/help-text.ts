import { exitCodeMeanings, exitCodes } from "./exit-code.ts";

const environment = `Environment:
  MONGODB_ATLAS_CLIENT_ID         a service account,
  MONGODB_ATLAS_CLIENT_SECRET     and its secret; or
  MONGODB_ATLAS_PUBLIC_API_KEY    an API key,
  MONGODB_ATLAS_PRIVATE_API_KEY   and its private half
  MONGODB_ATLAS_PROJECT_ID        the project's id
  MONGODB_ATLAS_BASE_URL          another host than MongoDB Atlas
  MONGODB_ATLAS_ALLOW_INSECURE_HTTP
                                  true: that host may be plain http, such as
                                  a mock in another container
  HTTPS_PROXY, NO_PROXY           a proxy, and what goes past it; with
                                  NODE_USE_ENV_PROXY=1, Node 22.21 or 24.0
  NODE_EXTRA_CA_CERTS             a file of further certificates to trust
  NO_COLOR                        no colours`;

/** What stands below the help of the program as a whole. */
export function helpText(): string {
  return `\n${environment}\n\n${exitCodeTable()}`;
}

function exitCodeTable(): string {
  const lines = Object.entries(exitCodes).map(
    ([name, code]) => `${String(code).padStart(5)}  ${exitCodeMeanings[name as keyof typeof exitCodes]}`,
  );
  return ["Exit codes:", ...lines].join("\n");
}
