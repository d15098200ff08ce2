// Checked by `tsc`, never run: the types of the client against the examples of the definition.
import type * as client from "@atlas-snapshot-export/client";
import type { examples } from "@atlas-snapshot-export/spec/examples";

type Client = typeof client;
type Examples = typeof examples;
type OperationId = keyof Examples & keyof Client;

/** The argument is empty when all is well; otherwise the compiler names what is in it. */
type Expect<_Misfits extends never> = true;

/** The examples of the answers whose status begins with a digit. */
type Answers<Id extends OperationId, Digit extends string> = {
  [Status in keyof Examples[Id]["responses"]]: Status extends `${Digit}${string}`
    ? Examples[Id]["responses"][Status][keyof Examples[Id]["responses"][Status]]
    : never;
}[keyof Examples[Id]["responses"]];

type Requests<Id extends OperationId> = Examples[Id]["requests"][keyof Examples[Id]["requests"]];

type Input<Id extends OperationId> = Parameters<Client[Id]>[1];
type Result<Id extends OperationId> = Awaited<ReturnType<Client[Id]>>;
type BodyOf<Given> = Given extends { body?: infer Body } ? Body : never;

export type EveryOperationHasItsFunction = Expect<Exclude<keyof Examples, keyof Client>>;

export type EverySuccessIsAResult = Expect<
  { [Id in OperationId]: [Answers<Id, "2">] extends [Result<Id>] ? never : Id }[OperationId]
>;

export type EveryFailureIsAnApiError = Expect<
  { [Id in OperationId]: [Answers<Id, "4" | "5">] extends [client.ApiError] ? never : Id }[OperationId]
>;

export type EveryRequestIsABody = Expect<
  { [Id in OperationId]: [Requests<Id>] extends [BodyOf<Input<Id>>] ? never : Id }[OperationId]
>;

export type AnOptionalBodyIsOne = Expect<Exclude<"a", BodyOf<{ body?: "a" }>>>;

type CreateInput = Input<"createBackupExportJob">;

const cluster = { groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-prod" };
const order = { snapshotId: "6ae802d65b8a4f2e917d3a64", exportBucketId: "66b1f0a97c3d5e2148fa0b92" };

export const sound: CreateInput = { ...cluster, envelope: true, body: order };

// @ts-expect-error: a required property is missing
export const incomplete: CreateInput = { ...cluster, body: { snapshotId: order.snapshotId } };

// @ts-expect-error: the definition has no such property
export const unknownProperty: CreateInput = { ...cluster, body: { ...order, bucket: "a" } };

// @ts-expect-error: neither has an entry of the custom data
export const unknownNested: CreateInput = { ...cluster, body: { ...order, customData: [{ name: "a" }] } };

// @ts-expect-error: a read-only property cannot be sent
export const readOnly: CreateInput = { ...cluster, body: { ...order, links: [] } };

// @ts-expect-error: a property has another type
export const otherType: CreateInput = { ...cluster, body: { ...order, snapshotId: 1 } };

// @ts-expect-error: a path parameter is missing
export const withoutCluster: CreateInput = { groupId: cluster.groupId, body: order };

// @ts-expect-error: a query parameter has another type
export const otherParameterType: CreateInput = { ...cluster, envelope: "true", body: order };

// @ts-expect-error: the operation has no such parameter
export const unknownParameter: CreateInput = { ...cluster, pageNum: 1, body: order };

/** Buckets are told apart by their cloud. */
export function roleOf(bucket: client.ExportBucket): string {
  // @ts-expect-error: not every bucket has it
  bucket.serviceUrl;
  switch (bucket.cloudProvider) {
    case "AWS":
      return bucket.iamRoleId;
    case "AZURE":
      return bucket.tenantId && bucket.roleId;
    case "GCP":
      return bucket.roleId;
  }
}
