import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { requireText } from "./requirements.ts";

/** A cluster of a project. */
export interface Cluster {
  readonly groupId: string;
  readonly clusterName: string;
}

/**
 * @param place what the names of the fields follow, such as `scenario.clusters[0].`
 * @throws TypeError when no request could name such a cluster.
 */
export function requireCluster({ groupId, clusterName }: Cluster, place = ""): void {
  const { schemas, parameters } = definition.components;
  requireText(`${place}groupId`, groupId, schemas.ObjectId);
  requireText(`${place}clusterName`, clusterName, parameters.clusterName.schema);
}
