// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
/** The project, the cluster and the bucket that the mock's examples are of. */
export const example = {
  groupId: "65f0c2a84d1b3e7a9c5d2f10",
  clusterName: "orders-prod",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
} as const;
