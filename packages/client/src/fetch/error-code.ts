import { type Answer, contentOf } from "./answer.ts";

/** The service's code for a failure, from the header or from the body. */
export async function errorCodeOf(response: Answer): Promise<unknown> {
  return response.headers.get("X-Error-Code") || Object(await contentOf(response)).errorCode;
}

/** Whether the credential is right and lacks a role or an access-list entry, so that signing in again cannot help. */
export async function lacksPermission(response: Answer): Promise<boolean> {
  return permissionCodes.has(await errorCodeOf(response));
}

const permissionCodes = new Set<unknown>([
  "USER_UNAUTHORIZED",
  "API_KEY_ACCESS_LIST_ACCESS_DENIED",
  "IP_ADDRESS_NOT_ON_ACCESS_LIST",
]);
