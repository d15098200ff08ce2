/** What every client is told, besides the body of each request. */
export interface Target {
  readonly baseUrl: string;
  readonly groupId: string;
  readonly clusterName: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the service account above is given; the peers, who cannot sign in, get it for nothing. */
  readonly token: string;
}

/** The request body of one create. */
export interface Body {
  readonly snapshotId: string;
  readonly exportBucketId: string;
}

/** Prepares a client; what it gives back makes one create, and answers with the job. */
export type Connect = (target: Target) => (body: Body) => Promise<unknown>;

export const mediaType = "application/vnd.atlas.2023-01-01+json";

/** What the peers send with each request. */
export function headersOf({ token }: Target): Record<string, string> {
  return { Accept: mediaType, "Content-Type": mediaType, Authorization: `Bearer ${token}` };
}

export function urlOf({ baseUrl, groupId, clusterName }: Target): string {
  const group = encodeURIComponent(groupId);
  const cluster = encodeURIComponent(clusterName);
  return `${baseUrl}/api/atlas/v2/groups/${group}/clusters/${cluster}/backup/exports`;
}
