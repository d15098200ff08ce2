// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
/** The project and the cluster that the mock's examples are of. */
export const example = { groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-prod" } as const;
