import type { RecordedRequest } from "@atlas-snapshot-export/mock";

/** What the client is run against: a base URL, a service account for it, and what arrived there. */
export interface Target {
  readonly url: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** In order of arrival; a target that cannot tell has none, and the wire is then not looked at. */
  readonly requests?: readonly RecordedRequest[];
}
