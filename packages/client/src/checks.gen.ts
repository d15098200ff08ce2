// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import * as schema from "./schema.ts";

export const ObjectId: schema.Check = /* @__PURE__ */ schema.text("^([a-f0-9]{24})$");

export const CustomDataEntry: schema.Check = /* @__PURE__ */ schema.object(
  {
    key: /* @__PURE__ */ schema.text(),
    value: /* @__PURE__ */ schema.text(),
  },
  [],
  /* @__PURE__ */ schema.refused("is not a property that the definition knows"),
);

export const ExportJobRequestInput: schema.Check = /* @__PURE__ */ schema.object(
  {
    exportBucketId: ObjectId,
    snapshotId: ObjectId,
    customData: /* @__PURE__ */ schema.list(CustomDataEntry),
    links: /* @__PURE__ */ schema.refused("is read-only: it cannot be sent"),
  },
  ["exportBucketId", "snapshotId"],
  /* @__PURE__ */ schema.refused("is not a property that the definition knows"),
);

export const ExportJobStateReason: schema.Check = /* @__PURE__ */ schema.object({
  errorCode: /* @__PURE__ */ schema.text(),
  message: /* @__PURE__ */ schema.text(),
});

export const ExportJobStatus: schema.Check = /* @__PURE__ */ schema.object({
  exportedCollections: /* @__PURE__ */ schema.type("integer"),
  totalCollections: /* @__PURE__ */ schema.type("integer"),
});

export const ExportJobCustomData: schema.Check = /* @__PURE__ */ schema.object({
  key: /* @__PURE__ */ schema.text(),
  value: /* @__PURE__ */ schema.text(),
});

export const ExportJobComponent: schema.Check = /* @__PURE__ */ schema.object({
  exportId: ObjectId,
  replicaSetName: /* @__PURE__ */ schema.text(),
});

export const Link: schema.Check = /* @__PURE__ */ schema.object({
  href: /* @__PURE__ */ schema.text(),
  rel: /* @__PURE__ */ schema.text(),
});

export const ExportJob: schema.Check = /* @__PURE__ */ schema.object(
  {
    id: ObjectId,
    state: /* @__PURE__ */ schema.all(
      /* @__PURE__ */ schema.text(),
      /* @__PURE__ */ schema.choice("Cancelled", "Failed", "InProgress", "Queued", "Successful"),
    ),
    stateReason: ExportJobStateReason,
    exportStatus: ExportJobStatus,
    exportBucketId: ObjectId,
    snapshotId: ObjectId,
    prefix: /* @__PURE__ */ schema.text(),
    customData: /* @__PURE__ */ schema.list(ExportJobCustomData),
    components: /* @__PURE__ */ schema.list(ExportJobComponent),
    createdAt: /* @__PURE__ */ schema.text(),
    finishedAt: /* @__PURE__ */ schema.text(),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["exportBucketId"],
);

export const ExportJobList: schema.Check = /* @__PURE__ */ schema.object(
  {
    results: /* @__PURE__ */ schema.list(ExportJob),
    totalCount: /* @__PURE__ */ schema.all(
      /* @__PURE__ */ schema.type("integer"),
      /* @__PURE__ */ schema.minimum(0),
    ),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["results"],
);

export const BucketName: schema.Check = /* @__PURE__ */ schema.text("", 3, 63);

export const AwsExportBucket: schema.Check = /* @__PURE__ */ schema.object(
  {
    _id: ObjectId,
    cloudProvider: /* @__PURE__ */ schema.all(/* @__PURE__ */ schema.text(), /* @__PURE__ */ schema.choice("AWS")),
    bucketName: BucketName,
    iamRoleId: ObjectId,
    region: /* @__PURE__ */ schema.text(),
    requirePrivateNetworking: /* @__PURE__ */ schema.type("boolean"),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["_id", "cloudProvider", "bucketName", "iamRoleId"],
);

export const AzureExportBucket: schema.Check = /* @__PURE__ */ schema.object(
  {
    _id: ObjectId,
    cloudProvider: /* @__PURE__ */ schema.all(/* @__PURE__ */ schema.text(), /* @__PURE__ */ schema.choice("AZURE")),
    bucketName: BucketName,
    roleId: ObjectId,
    serviceUrl: /* @__PURE__ */ schema.text(),
    tenantId: /* @__PURE__ */ schema.text(),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["_id", "cloudProvider", "bucketName", "roleId", "serviceUrl", "tenantId"],
);

export const GcpExportBucket: schema.Check = /* @__PURE__ */ schema.object(
  {
    _id: ObjectId,
    cloudProvider: /* @__PURE__ */ schema.all(/* @__PURE__ */ schema.text(), /* @__PURE__ */ schema.choice("GCP")),
    bucketName: BucketName,
    roleId: ObjectId,
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["_id", "cloudProvider", "bucketName", "roleId"],
);

export const ExportBucket: schema.Check = /* @__PURE__ */ schema.chosenBy(
  "cloudProvider",
  {
    AWS: AwsExportBucket,
    AZURE: AzureExportBucket,
    GCP: GcpExportBucket,
  },
);

export const ExportBucketList: schema.Check = /* @__PURE__ */ schema.object(
  {
    results: /* @__PURE__ */ schema.list(ExportBucket),
    totalCount: /* @__PURE__ */ schema.all(
      /* @__PURE__ */ schema.type("integer"),
      /* @__PURE__ */ schema.minimum(0),
    ),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["results"],
);

export const CloudProvider: schema.Check = /* @__PURE__ */ schema.all(
  /* @__PURE__ */ schema.text(),
  /* @__PURE__ */ schema.choice("AWS", "AZURE", "GCP"),
);

export const Snapshot: schema.Check = /* @__PURE__ */ schema.object({
  id: ObjectId,
  status: /* @__PURE__ */ schema.all(
    /* @__PURE__ */ schema.text(),
    /* @__PURE__ */ schema.choice("queued", "inProgress", "completed", "failed"),
  ),
  type: /* @__PURE__ */ schema.all(
    /* @__PURE__ */ schema.text(),
    /* @__PURE__ */ schema.choice("replicaSet", "shardedCluster"),
  ),
  snapshotType: /* @__PURE__ */ schema.all(
    /* @__PURE__ */ schema.text(),
    /* @__PURE__ */ schema.choice("onDemand", "scheduled", "fallback"),
  ),
  frequencyType: /* @__PURE__ */ schema.all(
    /* @__PURE__ */ schema.text(),
    /* @__PURE__ */ schema.choice("hourly", "daily", "weekly", "monthly", "yearly", "ondemand"),
  ),
  createdAt: /* @__PURE__ */ schema.text(),
  expiresAt: /* @__PURE__ */ schema.text(),
  description: /* @__PURE__ */ schema.text(),
  storageSizeBytes: /* @__PURE__ */ schema.type("integer"),
  mongodVersion: /* @__PURE__ */ schema.text(),
  cloudProvider: CloudProvider,
  copyRegions: /* @__PURE__ */ schema.list(/* @__PURE__ */ schema.text()),
  policyItems: /* @__PURE__ */ schema.list(ObjectId),
  masterKeyUUID: /* @__PURE__ */ schema.text(),
  links: /* @__PURE__ */ schema.list(Link),
});

export const ReplicaSetSnapshot: schema.Check = /* @__PURE__ */ schema.all(
  Snapshot,
  /* @__PURE__ */ schema.object({
    replicaSetName: /* @__PURE__ */ schema.text(),
  }),
);

export const ReplicaSetSnapshotList: schema.Check = /* @__PURE__ */ schema.object(
  {
    results: /* @__PURE__ */ schema.list(ReplicaSetSnapshot),
    totalCount: /* @__PURE__ */ schema.all(
      /* @__PURE__ */ schema.type("integer"),
      /* @__PURE__ */ schema.minimum(0),
    ),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["results"],
);

export const ShardedClusterSnapshotMember: schema.Check = /* @__PURE__ */ schema.object(
  {
    id: ObjectId,
    cloudProvider: CloudProvider,
    replicaSetName: /* @__PURE__ */ schema.text(),
  },
  ["id", "cloudProvider", "replicaSetName"],
);

export const ShardedClusterSnapshot: schema.Check = /* @__PURE__ */ schema.all(
  Snapshot,
  /* @__PURE__ */ schema.object({
    snapshotIds: /* @__PURE__ */ schema.list(ObjectId),
    members: /* @__PURE__ */ schema.list(ShardedClusterSnapshotMember),
  }),
);

export const ShardedClusterSnapshotList: schema.Check = /* @__PURE__ */ schema.object(
  {
    results: /* @__PURE__ */ schema.list(ShardedClusterSnapshot),
    totalCount: /* @__PURE__ */ schema.all(
      /* @__PURE__ */ schema.type("integer"),
      /* @__PURE__ */ schema.minimum(0),
    ),
    links: /* @__PURE__ */ schema.list(Link),
  },
  ["results"],
);

export const ClusterName: schema.Check = /* @__PURE__ */ schema.text("^[a-zA-Z0-9][a-zA-Z0-9-]*$", 1, 64);

export const Envelope: schema.Check = /* @__PURE__ */ schema.type("boolean");

export const ItemsPerPage: schema.Check = /* @__PURE__ */ schema.all(
  /* @__PURE__ */ schema.type("integer"),
  /* @__PURE__ */ schema.maximum(500),
  /* @__PURE__ */ schema.minimum(1),
);

export const PageNum: schema.Check = /* @__PURE__ */ schema.all(
  /* @__PURE__ */ schema.type("integer"),
  /* @__PURE__ */ schema.minimum(1),
);

export const PointInTimeUtcSeconds: schema.Check = /* @__PURE__ */ schema.type("integer");
