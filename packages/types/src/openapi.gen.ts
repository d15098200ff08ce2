// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
export type Readable<T> = T extends $Write<any> ? never : T extends $Read<infer U> ? Readable<U> : T extends (infer E)[] ? Readable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Write<any> ? never : K]: Readable<T[K]>;
} : T;
export type Writable<T> = T extends $Read<any> ? never : T extends $Write<infer U> ? Writable<U> : T extends (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? never : K]: Writable<T[K]>;
} & {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? K : never]?: never;
} : T;
export interface paths {
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        /**
         * List All Snapshot Export Jobs
         * @description One page of the cluster's export jobs, in every state. A link with the relation `next` is present as long as
         *     there is another page.
         *
         *     Needs the role Project Atlas Admin, or Project Backup Manager where the project offers it.
         */
        get: operations["listBackupExportJobs"];
        put?: never;
        /**
         * Create One Snapshot Export Job
         * @description Starts the export of one snapshot into one export bucket and answers with the job at once; the files follow
         *     within minutes to hours. The cluster must be dedicated (M10 or larger) and the snapshot must not be a fallback
         *     one. A snapshot can have one active export at a time.
         *
         *     Nothing makes this operation idempotent: a second request starts, and bills, a second export. A job can be
         *     neither cancelled nor deleted.
         *
         *     Needs the role Project Atlas Admin, or Project Backup Export Operator where the project offers it.
         */
        post: operations["createBackupExportJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The export job's id, from the answer that created it or from the list.
                 * @example 6ae80653f2c94e0d8b6a1c57
                 */
                exportId: components["parameters"]["exportId"];
            };
            cookie?: never;
        };
        /**
         * Get One Snapshot Export Job
         * @description One export job as it stands now. Poll it to follow a job to its end.
         *
         *     Needs the role Project Atlas Admin, or Project Backup Manager where the project offers it.
         */
        get: operations["getBackupExportJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/backup/exportBuckets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        /**
         * List All Export Buckets
         * @description One page of the object stores that the project has registered to receive exports. A link with the relation `next`
         *     is present as long as there is another page.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["listExportBuckets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/backup/exportBuckets/{exportBucketId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The export bucket's id, from the list of the project's export buckets.
                 * @example 66b1f0a97c3d5e2148fa0b92
                 */
                exportBucketId: components["parameters"]["exportBucketId"];
            };
            cookie?: never;
        };
        /**
         * Get One Export Bucket
         * @description One of the object stores that the project has registered to receive exports.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["getExportBucket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        /**
         * List All Snapshots of One Replica Set
         * @description One page of the snapshots of a cluster that is a replica set. A link with the relation `next` is present as long as
         *     there is another page. The snapshots of a sharded cluster have a list of their own.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["listReplicaSetBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The snapshot's id, from the list of the cluster's snapshots.
                 * @example 6ae802d65b8a4f2e917d3a64
                 */
                snapshotId: components["parameters"]["snapshotId"];
            };
            cookie?: never;
        };
        /**
         * Get One Snapshot of One Replica Set
         * @description One snapshot of a cluster that is a replica set.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["getReplicaSetBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        /**
         * List All Snapshots of One Sharded Cluster
         * @description All snapshots of a sharded cluster. The list has no pages.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["listShardedClusterBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The snapshot's id, from the list of the cluster's snapshots.
                 * @example 6ae8031c2d7f4a90b35e8c17
                 */
                snapshotId: components["parameters"]["shardedClusterSnapshotId"];
            };
            cookie?: never;
        };
        /**
         * Get One Snapshot of One Sharded Cluster
         * @description One snapshot of a sharded cluster, with the snapshots of its shards that it consists of.
         *
         *     Needs the role Project Read Only, or Project Backup Manager.
         */
        get: operations["getShardedClusterBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ObjectId: string;
        /** @description Why the job is in its state. Present when the state is `Failed`. */
        ExportJobStateReason: {
            /** @description The service's code for the cause. */
            errorCode?: string;
            /** @description The cause in words. */
            message?: string;
        };
        /** @description How far the job is. Both numbers stay 0 from start to end, so they prove nothing about completion. */
        ExportJobStatus: {
            /**
             * Format: int32
             * @description How many collections are exported.
             */
            exportedCollections?: number;
            /**
             * Format: int32
             * @description How many collections there are to export.
             */
            totalCollections?: number;
        };
        /** @description One entry of custom data as the job carries it. */
        ExportJobCustomData: {
            /** @description The entry's name. */
            key?: string;
            /** @description The entry's value. */
            value?: string;
        };
        /** @description The part of the job that exports one shard. */
        ExportJobComponent: {
            /** @description The id of the shard's own export. */
            exportId?: components["schemas"]["ObjectId"];
            /** @description The name of the shard's replica set. */
            replicaSetName?: string;
        };
        /** @description A link to a related resource (RFC 5988). */
        Link: {
            /** @description The target's URL. */
            href?: string;
            /** @description How the target is related to this resource. */
            rel?: string;
        };
        /** @description One export of one snapshot. */
        ExportJob: {
            /** @description The job's id. */
            id?: components["schemas"]["ObjectId"];
            /**
             * @description Where the job stands. `Cancelled`, `Failed` and `Successful` are final. The service may add a state one day: treat one you do not know as not final.
             * @enum {string}
             */
            state?: "Cancelled" | "Failed" | "InProgress" | "Queued" | "Successful";
            stateReason?: components["schemas"]["ExportJobStateReason"];
            exportStatus?: components["schemas"]["ExportJobStatus"];
            /** @description The id of the bucket that receives the files. */
            exportBucketId: components["schemas"]["ObjectId"];
            /** @description The id of the exported snapshot. */
            snapshotId?: components["schemas"]["ObjectId"];
            /** @description What the keys of all uploaded files begin with, the `.complete` file included. Its segments are `exported_snapshots`, the organisation, the project, the cluster, the minute of the snapshot's `createdAt`, and the job's `createdAt` in epoch seconds. Organisation and project may be names instead of ids. */
            prefix?: string;
            /** @description The entries that the request gave; an empty list when it gave none. */
            customData?: components["schemas"]["ExportJobCustomData"][];
            /** @description One entry for each shard, when the cluster is sharded. */
            components?: $Read<components["schemas"]["ExportJobComponent"][]>;
            /**
             * Format: date-time
             * @description When the job was created, in UTC (RFC 3339).
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When the job reached its final state, in UTC (RFC 3339).
             */
            finishedAt?: string;
            /** @description Links to related resources (RFC 5988). The service has never been seen to send any. */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description One page of export jobs. */
        ExportJobList: {
            /** @description The jobs on this page. */
            results: components["schemas"]["ExportJob"][];
            /**
             * Format: int32
             * @description How many jobs there are on all pages. Missing when `includeCount` is false, and sometimes otherwise.
             */
            totalCount?: number;
            /** @description Links to this page (`self`) and, where there is one, to the following (`next`). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description What is wrong with one field. */
        FieldViolation: {
            /** @description The rule that the field breaks. */
            description: string;
            /** @description The field's name. */
            field: string;
        };
        /** @description What is wrong with which field of a refused request. */
        BadRequestDetail: {
            /** @description One entry for each refused field. */
            fields?: components["schemas"]["FieldViolation"][];
        };
        /** @description What every error answers with. */
        ApiError: {
            /**
             * Format: int32
             * @description The HTTP status.
             */
            error: number;
            /** @description The service's code for the cause. Decide by this code, not by the text. */
            errorCode: string;
            /** @description The cause in words. */
            detail?: string;
            /** @description The reason phrase of the HTTP status. */
            reason?: string;
            /** @description The values that `detail` was made from, strings and numbers among them. */
            parameters?: $Read<unknown[]>;
            badRequestDetail?: components["schemas"]["BadRequestDetail"];
        };
        /** @description One entry of custom data to write. */
        CustomDataEntry: {
            /** @description The entry's name. */
            key?: string;
            /** @description The entry's value. */
            value?: string;
        };
        /** @description Names the snapshot to export and the bucket that receives it. */
        ExportJobRequest: {
            /** @description The id of the export bucket, as the project's list of export buckets gives it. */
            exportBucketId: components["schemas"]["ObjectId"];
            /** @description The id of the snapshot to export. */
            snapshotId: components["schemas"]["ObjectId"];
            /** @description Entries of one's own, written to the `.complete` file that ends a successful export. */
            customData?: components["schemas"]["CustomDataEntry"][];
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description The name of a bucket or a container, as its cloud knows it. */
        BucketName: string;
        /** @description A bucket of Amazon S3. */
        AwsExportBucket: {
            /** @description The export bucket's id, which an export job names as `exportBucketId`. */
            _id: components["schemas"]["ObjectId"];
            /**
             * @description Says that this is a bucket of Amazon S3.
             * @enum {string}
             */
            cloudProvider: "AWS";
            /** @description The name of the bucket in S3. */
            bucketName: components["schemas"]["BucketName"];
            /** @description The id, within the project, of the access role by which the service writes to the bucket. */
            iamRoleId: components["schemas"]["ObjectId"];
            /** @description The AWS region of the bucket, such as `eu-central-1`. The service finds it out by itself; it is missing at first. */
            region?: string;
            /** @description Whether exports reach the bucket through a private network alone. */
            requirePrivateNetworking?: boolean;
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description A container of Azure Blob Storage. */
        AzureExportBucket: {
            /** @description The export bucket's id, which an export job names as `exportBucketId`. */
            _id: components["schemas"]["ObjectId"];
            /**
             * @description Says that this is a container of Azure Blob Storage.
             * @enum {string}
             */
            cloudProvider: "AZURE";
            /** @description The name of the container. */
            bucketName: components["schemas"]["BucketName"];
            /** @description The id, within the project, of the access role by which the service writes to the container. */
            roleId: components["schemas"]["ObjectId"];
            /** @description The address of the storage account, such as `https://account.blob.core.windows.net`. The container's name can follow it. */
            serviceUrl: string;
            /**
             * Format: uuid
             * @description The tenant of the storage account in Microsoft Entra ID.
             */
            tenantId: string;
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description A bucket of Google Cloud Storage. */
        GcpExportBucket: {
            /** @description The export bucket's id, which an export job names as `exportBucketId`. */
            _id: components["schemas"]["ObjectId"];
            /**
             * @description Says that this is a bucket of Google Cloud Storage.
             * @enum {string}
             */
            cloudProvider: "GCP";
            /** @description The name of the bucket in Google Cloud Storage. */
            bucketName: components["schemas"]["BucketName"];
            /** @description The id, within the project, of the access role by which the service writes to the bucket. */
            roleId: components["schemas"]["ObjectId"];
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description An object store that the project has registered to receive exports. `cloudProvider` tells which of the three kinds it is. The service may add a kind one day. */
        ExportBucket: components["schemas"]["AwsExportBucket"] | components["schemas"]["AzureExportBucket"] | components["schemas"]["GcpExportBucket"];
        /** @description One page of export buckets. */
        ExportBucketList: {
            /** @description The buckets on this page. */
            results: components["schemas"]["ExportBucket"][];
            /**
             * Format: int32
             * @description How many buckets there are on all pages. Missing when `includeCount` is false, and sometimes otherwise.
             */
            totalCount?: number;
            /** @description Links to this page (`self`) and, where there is one, to the following (`next`). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /**
         * @description A cloud that stores snapshots.
         * @enum {string}
         */
        CloudProvider: "AWS" | "AZURE" | "GCP";
        /** @description What the snapshots of replica sets and of sharded clusters have in common. */
        Snapshot: {
            /** @description The snapshot's id, which an export job names as `snapshotId`. */
            id?: components["schemas"]["ObjectId"];
            /**
             * @description Where the snapshot stands. Only a `completed` one can be exported.
             * @enum {string}
             */
            status?: "queued" | "inProgress" | "completed" | "failed";
            /**
             * @description Which kind of cluster the snapshot is of.
             * @enum {string}
             */
            type?: "replicaSet" | "shardedCluster";
            /**
             * @description What made the service take the snapshot: somebody's request, the schedule, or the failure of the usual way, which leaves a `fallback` that cannot be exported.
             * @enum {string}
             */
            snapshotType?: "onDemand" | "scheduled" | "fallback";
            /**
             * @description Which rule of the schedule the snapshot belongs to. `ondemand` stands for none.
             * @enum {string}
             */
            frequencyType?: "hourly" | "daily" | "weekly" | "monthly" | "yearly" | "ondemand";
            /**
             * Format: date-time
             * @description The moment of the data, in UTC (RFC 3339): minutes after the time in the id. Missing until the snapshot is completed.
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description When the service deletes the snapshot, in UTC (RFC 3339). The completion of the snapshot moves it.
             */
            expiresAt?: string;
            /** @description What somebody wrote about a snapshot taken on demand. */
            description?: string;
            /**
             * Format: int64
             * @description How much the snapshot takes in storage, in bytes. 0 until the snapshot is completed.
             */
            storageSizeBytes?: number;
            /** @description The version of MongoDB that the cluster ran, such as `8.0.16`. Missing while the snapshot is queued. */
            mongodVersion?: string;
            /** @description The cloud that stores the snapshot. Missing while the snapshot is queued. */
            cloudProvider?: components["schemas"]["CloudProvider"];
            /** @description The regions that the snapshot is copied to. */
            copyRegions?: string[];
            /** @description The ids of the schedule's rules that the snapshot was taken for. */
            policyItems?: components["schemas"]["ObjectId"][];
            /**
             * Format: uuid
             * @description The key that the snapshot is encrypted with, where the project manages its own keys.
             */
            masterKeyUUID?: string;
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description One snapshot of a replica set. */
        ReplicaSetSnapshot: components["schemas"]["Snapshot"] & {
            /** @description The name of the replica set, which is the cluster's name. */
            replicaSetName?: string;
        };
        /** @description One page of a replica set's snapshots. */
        ReplicaSetSnapshotList: {
            /** @description The snapshots on this page. */
            results: components["schemas"]["ReplicaSetSnapshot"][];
            /**
             * Format: int32
             * @description How many snapshots there are on all pages. Missing when `includeCount` is false, and sometimes otherwise.
             */
            totalCount?: number;
            /** @description Links to this page (`self`) and, where there is one, to the following (`next`). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
        /** @description The part of a sharded cluster's snapshot that is of one shard, or of the config servers. */
        ShardedClusterSnapshotMember: {
            /** @description The id of the part's own snapshot. */
            id: components["schemas"]["ObjectId"];
            /** @description The cloud that stores the part. */
            cloudProvider: components["schemas"]["CloudProvider"];
            /** @description The name of the shard's, or of the config servers', replica set. */
            replicaSetName: string;
        };
        /** @description One snapshot of a sharded cluster, which consists of one for each shard and for the config servers. */
        ShardedClusterSnapshot: components["schemas"]["Snapshot"] & {
            /** @description The ids of the snapshots that it consists of, as `members` has them. */
            snapshotIds?: components["schemas"]["ObjectId"][];
            /** @description The snapshots that it consists of. */
            members?: components["schemas"]["ShardedClusterSnapshotMember"][];
        };
        /** @description All snapshots of a sharded cluster. */
        ShardedClusterSnapshotList: {
            /** @description The snapshots. */
            results: components["schemas"]["ShardedClusterSnapshot"][];
            /**
             * Format: int32
             * @description How many snapshots there are.
             */
            totalCount?: number;
            /** @description Links to related resources (RFC 5988). */
            links?: $Read<components["schemas"]["Link"][]>;
        };
    };
    responses: {
        /** @description The request is malformed, or names something this operation cannot work on. */
        BadRequest: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The credentials are missing, wrong or expired. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The credentials are right, but may not do this, or not from this address. */
        Forbidden: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description Something that the request names does not exist, or is hidden from these credentials. */
        NotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The project's rate limit is used up for the moment. */
        TooManyRequests: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The service failed. Whether the request took effect is not known. */
        InternalServerError: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here. */
        ServiceUnavailable: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The snapshot already has an active export. */
        Conflict: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description There is no such project, or it is hidden from these credentials. */
        ProjectNotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description There is no such export bucket or project, or it is hidden from these credentials. */
        ExportBucketNotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description There is no such cluster or project, or it is hidden from these credentials. */
        ClusterNotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description There is no such snapshot, cluster or project, or it is hidden from these credentials. */
        SnapshotNotFound: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
    };
    parameters: {
        /**
         * @description The project's id. The service calls a project a group; the two words mean the same.
         * @example 65f0c2a84d1b3e7a9c5d2f10
         */
        groupId: string;
        /**
         * @description The cluster's name, as it is shown in the project.
         * @example orders-prod
         */
        clusterName: string;
        /**
         * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
         * @example true
         */
        envelope: boolean;
        /**
         * @description Whether the list states how many items there are in all, as `totalCount`.
         * @example false
         */
        includeCount: boolean;
        /**
         * @description How many items a page holds.
         * @example 50
         */
        itemsPerPage: number;
        /**
         * @description Which page to answer with, counted from 1.
         * @example 2
         */
        pageNum: number;
        /**
         * @description Indents the JSON of the answer, for people.
         * @example true
         */
        pretty: boolean;
        /**
         * @description The export job's id, from the answer that created it or from the list.
         * @example 6ae80653f2c94e0d8b6a1c57
         */
        exportId: string;
        /**
         * @description The export bucket's id, from the list of the project's export buckets.
         * @example 66b1f0a97c3d5e2148fa0b92
         */
        exportBucketId: string;
        /**
         * @description Restricts the list to the last snapshot before this time, in epoch seconds. Excludes `oplogTs` and `oplogInc`.
         * @example 1793590867
         */
        pointInTimeUtcSeconds: number;
        /**
         * @description Restricts the list to the last snapshot before this oplog entry: the seconds of its timestamp. Needs `oplogInc`, and excludes `pointInTimeUtcSeconds`.
         * @example 1793590867
         */
        oplogTs: number;
        /**
         * @description The counter of the oplog entry's timestamp, which distinguishes entries of one second. Needs `oplogTs`.
         * @example 3
         */
        oplogInc: number;
        /**
         * @description The snapshot's id, from the list of the cluster's snapshots.
         * @example 6ae802d65b8a4f2e917d3a64
         */
        snapshotId: string;
        /**
         * @description The snapshot's id, from the list of the cluster's snapshots.
         * @example 6ae8031c2d7f4a90b35e8c17
         */
        shardedClusterSnapshotId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The capacity of the rate limit's bucket, in requests. May be missing.
         * @example 1200
         */
        "RateLimit-Limit": number;
        /**
         * @description How many requests the bucket still holds. May be missing.
         * @example 1187
         */
        "RateLimit-Remaining": number;
        /**
         * @description How many seconds to wait before the next request (RFC 9110, section 10.2.3).
         * @example 30
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBackupExportJobs: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Whether the list states how many items there are in all, as `totalCount`.
                 * @example false
                 */
                includeCount?: components["parameters"]["includeCount"];
                /**
                 * @description How many items a page holds.
                 * @example 50
                 */
                itemsPerPage?: components["parameters"]["itemsPerPage"];
                /**
                 * @description Which page to answer with, counted from 1.
                 * @example 2
                 */
                pageNum?: components["parameters"]["pageNum"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of export jobs. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ExportJobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBackupExportJob: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        /** @description What to export, and where to. */
        requestBody: {
            content: {
                "application/vnd.atlas.2023-01-01+json": components["schemas"]["ExportJobRequest"];
            };
        };
        responses: {
            /** @description The job that was created. Its state is normally `Queued`. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ExportJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBackupExportJob: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The export job's id, from the answer that created it or from the list.
                 * @example 6ae80653f2c94e0d8b6a1c57
                 */
                exportId: components["parameters"]["exportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ExportJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listExportBuckets: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Whether the list states how many items there are in all, as `totalCount`.
                 * @example false
                 */
                includeCount?: components["parameters"]["includeCount"];
                /**
                 * @description How many items a page holds.
                 * @example 50
                 */
                itemsPerPage?: components["parameters"]["itemsPerPage"];
                /**
                 * @description Which page to answer with, counted from 1.
                 * @example 2
                 */
                pageNum?: components["parameters"]["pageNum"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of export buckets. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2024-05-30+json": components["schemas"]["ExportBucketList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ProjectNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExportBucket: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The export bucket's id, from the list of the project's export buckets.
                 * @example 66b1f0a97c3d5e2148fa0b92
                 */
                exportBucketId: components["parameters"]["exportBucketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export bucket. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2024-05-30+json": components["schemas"]["ExportBucket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportBucketNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReplicaSetBackups: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Whether the list states how many items there are in all, as `totalCount`.
                 * @example false
                 */
                includeCount?: components["parameters"]["includeCount"];
                /**
                 * @description How many items a page holds.
                 * @example 50
                 */
                itemsPerPage?: components["parameters"]["itemsPerPage"];
                /**
                 * @description Which page to answer with, counted from 1.
                 * @example 2
                 */
                pageNum?: components["parameters"]["pageNum"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
                /**
                 * @description Restricts the list to the last snapshot before this time, in epoch seconds. Excludes `oplogTs` and `oplogInc`.
                 * @example 1793590867
                 */
                pointInTimeUtcSeconds?: components["parameters"]["pointInTimeUtcSeconds"];
                /**
                 * @description Restricts the list to the last snapshot before this oplog entry: the seconds of its timestamp. Needs `oplogInc`, and excludes `pointInTimeUtcSeconds`.
                 * @example 1793590867
                 */
                oplogTs?: components["parameters"]["oplogTs"];
                /**
                 * @description The counter of the oplog entry's timestamp, which distinguishes entries of one second. Needs `oplogTs`.
                 * @example 3
                 */
                oplogInc?: components["parameters"]["oplogInc"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of snapshots. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ReplicaSetSnapshotList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ClusterNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReplicaSetBackup: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The snapshot's id, from the list of the cluster's snapshots.
                 * @example 6ae802d65b8a4f2e917d3a64
                 */
                snapshotId: components["parameters"]["snapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ReplicaSetSnapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listShardedClusterBackups: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All snapshots of the cluster. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ShardedClusterSnapshotList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ClusterNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getShardedClusterBackup: {
        parameters: {
            query?: {
                /**
                 * @description Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
                 * @example true
                 */
                envelope?: components["parameters"]["envelope"];
                /**
                 * @description Indents the JSON of the answer, for people.
                 * @example true
                 */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /**
                 * @description The project's id. The service calls a project a group; the two words mean the same.
                 * @example 65f0c2a84d1b3e7a9c5d2f10
                 */
                groupId: components["parameters"]["groupId"];
                /**
                 * @description The cluster's name, as it is shown in the project.
                 * @example orders-prod
                 */
                clusterName: components["parameters"]["clusterName"];
                /**
                 * @description The snapshot's id, from the list of the cluster's snapshots.
                 * @example 6ae8031c2d7f4a90b35e8c17
                 */
                snapshotId: components["parameters"]["shardedClusterSnapshotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.atlas.2023-01-01+json": components["schemas"]["ShardedClusterSnapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
