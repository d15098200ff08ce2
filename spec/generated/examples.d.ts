// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
/** Every named example of the definition: `examples[operationId].responses[status][name]`. */
export declare const examples: {
  "createBackupExportJob": {
    "requests": {
      "minimal": {
        "snapshotId": "6ae802d65b8a4f2e917d3a64",
        "exportBucketId": "66b1f0a97c3d5e2148fa0b92"
      },
      "withCustomData": {
        "snapshotId": "6ae802d65b8a4f2e917d3a64",
        "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
        "customData": [
          {
            "key": "ticket",
            "value": "AUDIT-2041"
          },
          {
            "key": "purpose",
            "value": "legal hold"
          }
        ]
      }
    },
    "responses": {
      "200": {
        "created": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Queued",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ]
        },
        "createdWithCustomData": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Queued",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [
            {
              "key": "ticket",
              "value": "AUDIT-2041"
            },
            {
              "key": "purpose",
              "value": "legal hold"
            }
          ],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ]
        }
      },
      "400": {
        "invalidAttribute": {
          "error": 400,
          "errorCode": "INVALID_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "Invalid attribute snapshotId specified.",
          "parameters": [
            "snapshotId"
          ],
          "badRequestDetail": {
            "fields": [
              {
                "field": "snapshotId",
                "description": "must be 24 hexadecimal digits"
              }
            ]
          }
        },
        "missingAttribute": {
          "error": 400,
          "errorCode": "MISSING_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "The required attribute exportBucketId was not specified.",
          "parameters": [
            "exportBucketId"
          ]
        },
        "invalidJson": {
          "error": 400,
          "errorCode": "INVALID_JSON",
          "reason": "Bad Request",
          "detail": "The body of the request is not well-formed JSON.",
          "parameters": []
        },
        "invalidPathParameter": {
          "error": 400,
          "errorCode": "INVALID_PATH_PARAMETER",
          "reason": "Bad Request",
          "detail": "The path parameter groupId is not valid.",
          "parameters": [
            "groupId"
          ]
        },
        "invalidVersionDate": {
          "error": 400,
          "errorCode": "INVALID_VERSION_DATE",
          "reason": "Bad Request",
          "detail": "The requested version date is not one of this resource.",
          "parameters": []
        },
        "flexCluster": {
          "error": 400,
          "errorCode": "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
          "reason": "Bad Request",
          "detail": "The cluster orders-prod is a Flex cluster, which this resource does not serve.",
          "parameters": [
            "orders-prod"
          ]
        }
      },
      "401": {
        "unauthorized": {
          "error": 401,
          "errorCode": "UNAUTHORIZED",
          "reason": "Unauthorized",
          "detail": "The request carries no valid credentials.",
          "parameters": []
        }
      },
      "403": {
        "missingRole": {
          "error": 403,
          "errorCode": "USER_UNAUTHORIZED",
          "reason": "Forbidden",
          "detail": "The credential lacks a role that this operation needs.",
          "parameters": []
        },
        "ipAddressNotOnAccessList": {
          "error": 403,
          "errorCode": "IP_ADDRESS_NOT_ON_ACCESS_LIST",
          "reason": "Forbidden",
          "detail": "The address 192.0.2.17 is not on the access list of this credential.",
          "parameters": [
            "192.0.2.17"
          ]
        }
      },
      "404": {
        "exportJobNotFound": {
          "error": 404,
          "errorCode": "RESOURCE_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export job 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "6ae80653f2c94e0d8b6a1c57"
          ]
        },
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "clusterNotFound": {
          "error": 404,
          "errorCode": "CLUSTER_NOT_FOUND",
          "reason": "Not Found",
          "detail": "The project 65f0c2a84d1b3e7a9c5d2f10 has no cluster orders-prod.",
          "parameters": [
            "orders-prod",
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "snapshotNotFound": {
          "error": 404,
          "errorCode": "SNAPSHOT_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no snapshot 6ae802d65b8a4f2e917d3a64.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
          ]
        },
        "exportBucketNotFound": {
          "error": 404,
          "errorCode": "EXPORT_BUCKET_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export bucket 66b1f0a97c3d5e2148fa0b92.",
          "parameters": [
            "66b1f0a97c3d5e2148fa0b92"
          ]
        }
      },
      "409": {
        "exportAlreadyActive": {
          "error": 409,
          "errorCode": "SNAPSHOT_EXPORT_ALREADY_ACTIVE",
          "reason": "Conflict",
          "detail": "The snapshot 6ae802d65b8a4f2e917d3a64 already has an active export.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
          ]
        }
      },
      "429": {
        "rateLimited": {
          "error": 429,
          "errorCode": "RATE_LIMITED",
          "reason": "Too Many Requests",
          "detail": "The rate limit of the project is used up.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10",
            1200
          ]
        }
      },
      "500": {
        "unexpectedError": {
          "error": 500,
          "errorCode": "UNEXPECTED_ERROR",
          "reason": "Internal Server Error",
          "detail": "The service met an unexpected error.",
          "parameters": []
        }
      },
      "503": {
        "serviceUnavailable": {
          "error": 503,
          "errorCode": "SERVICE_UNAVAILABLE",
          "reason": "Service Unavailable",
          "detail": "The service is not available for the moment.",
          "parameters": []
        }
      }
    }
  },
  "listBackupExportJobs": {
    "requests": {},
    "responses": {
      "200": {
        "one": {
          "results": [
            {
              "id": "6ae80653f2c94e0d8b6a1c57",
              "state": "InProgress",
              "exportStatus": {
                "exportedCollections": 0,
                "totalCollections": 0
              },
              "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
              "snapshotId": "6ae802d65b8a4f2e917d3a64",
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
              "customData": [],
              "createdAt": "2026-11-02T03:41:07Z",
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
                  "rel": "self"
                }
              ]
            }
          ],
          "totalCount": 1,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&itemsPerPage=100&pageNum=1",
              "rel": "self"
            }
          ]
        },
        "firstOfManyPages": {
          "results": [
            {
              "id": "6ae80653f2c94e0d8b6a1c57",
              "state": "InProgress",
              "exportStatus": {
                "exportedCollections": 0,
                "totalCollections": 0
              },
              "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
              "snapshotId": "6ae802d65b8a4f2e917d3a64",
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
              "customData": [],
              "createdAt": "2026-11-02T03:41:07Z",
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
                  "rel": "self"
                }
              ]
            },
            {
              "id": "6adecba3ab91c05f7e2d4406",
              "state": "Successful",
              "exportStatus": {
                "exportedCollections": 0,
                "totalCollections": 0
              },
              "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
              "snapshotId": "6adec80e5b8a4f2e917d39f1",
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-10-26T0325/1792986019",
              "customData": [],
              "createdAt": "2026-10-26T03:40:19Z",
              "finishedAt": "2026-10-26T03:59:03Z"
            }
          ],
          "totalCount": 5,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&itemsPerPage=2&pageNum=1",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&itemsPerPage=2&pageNum=2",
              "rel": "next"
            }
          ]
        },
        "none": {
          "results": [],
          "totalCount": 0,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&itemsPerPage=100&pageNum=1",
              "rel": "self"
            }
          ]
        }
      },
      "400": {
        "invalidAttribute": {
          "error": 400,
          "errorCode": "INVALID_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "Invalid attribute snapshotId specified.",
          "parameters": [
            "snapshotId"
          ],
          "badRequestDetail": {
            "fields": [
              {
                "field": "snapshotId",
                "description": "must be 24 hexadecimal digits"
              }
            ]
          }
        },
        "missingAttribute": {
          "error": 400,
          "errorCode": "MISSING_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "The required attribute exportBucketId was not specified.",
          "parameters": [
            "exportBucketId"
          ]
        },
        "invalidJson": {
          "error": 400,
          "errorCode": "INVALID_JSON",
          "reason": "Bad Request",
          "detail": "The body of the request is not well-formed JSON.",
          "parameters": []
        },
        "invalidPathParameter": {
          "error": 400,
          "errorCode": "INVALID_PATH_PARAMETER",
          "reason": "Bad Request",
          "detail": "The path parameter groupId is not valid.",
          "parameters": [
            "groupId"
          ]
        },
        "invalidVersionDate": {
          "error": 400,
          "errorCode": "INVALID_VERSION_DATE",
          "reason": "Bad Request",
          "detail": "The requested version date is not one of this resource.",
          "parameters": []
        },
        "flexCluster": {
          "error": 400,
          "errorCode": "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
          "reason": "Bad Request",
          "detail": "The cluster orders-prod is a Flex cluster, which this resource does not serve.",
          "parameters": [
            "orders-prod"
          ]
        }
      },
      "401": {
        "unauthorized": {
          "error": 401,
          "errorCode": "UNAUTHORIZED",
          "reason": "Unauthorized",
          "detail": "The request carries no valid credentials.",
          "parameters": []
        }
      },
      "403": {
        "missingRole": {
          "error": 403,
          "errorCode": "USER_UNAUTHORIZED",
          "reason": "Forbidden",
          "detail": "The credential lacks a role that this operation needs.",
          "parameters": []
        },
        "ipAddressNotOnAccessList": {
          "error": 403,
          "errorCode": "IP_ADDRESS_NOT_ON_ACCESS_LIST",
          "reason": "Forbidden",
          "detail": "The address 192.0.2.17 is not on the access list of this credential.",
          "parameters": [
            "192.0.2.17"
          ]
        }
      },
      "404": {
        "exportJobNotFound": {
          "error": 404,
          "errorCode": "RESOURCE_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export job 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "6ae80653f2c94e0d8b6a1c57"
          ]
        },
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "clusterNotFound": {
          "error": 404,
          "errorCode": "CLUSTER_NOT_FOUND",
          "reason": "Not Found",
          "detail": "The project 65f0c2a84d1b3e7a9c5d2f10 has no cluster orders-prod.",
          "parameters": [
            "orders-prod",
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "snapshotNotFound": {
          "error": 404,
          "errorCode": "SNAPSHOT_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no snapshot 6ae802d65b8a4f2e917d3a64.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
          ]
        },
        "exportBucketNotFound": {
          "error": 404,
          "errorCode": "EXPORT_BUCKET_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export bucket 66b1f0a97c3d5e2148fa0b92.",
          "parameters": [
            "66b1f0a97c3d5e2148fa0b92"
          ]
        }
      },
      "429": {
        "rateLimited": {
          "error": 429,
          "errorCode": "RATE_LIMITED",
          "reason": "Too Many Requests",
          "detail": "The rate limit of the project is used up.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10",
            1200
          ]
        }
      },
      "500": {
        "unexpectedError": {
          "error": 500,
          "errorCode": "UNEXPECTED_ERROR",
          "reason": "Internal Server Error",
          "detail": "The service met an unexpected error.",
          "parameters": []
        }
      },
      "503": {
        "serviceUnavailable": {
          "error": 503,
          "errorCode": "SERVICE_UNAVAILABLE",
          "reason": "Service Unavailable",
          "detail": "The service is not available for the moment.",
          "parameters": []
        }
      }
    }
  },
  "getBackupExportJob": {
    "requests": {},
    "responses": {
      "200": {
        "queued": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Queued",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ]
        },
        "inProgress": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "InProgress",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ]
        },
        "successful": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Successful",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ],
          "finishedAt": "2026-11-02T03:58:42Z"
        },
        "failed": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Failed",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ],
          "stateReason": {
            "errorCode": "EXPORT_BUCKET_ACCESS_DENIED",
            "message": "The role of the export bucket may not write to it."
          },
          "finishedAt": "2026-11-02T03:44:19Z"
        },
        "cancelled": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Cancelled",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ],
          "finishedAt": "2026-11-02T03:43:55Z"
        },
        "sharded": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Successful",
          "exportStatus": {
            "exportedCollections": 48,
            "totalCollections": 48
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ],
          "finishedAt": "2026-11-02T03:58:42Z",
          "components": [
            {
              "exportId": "6ae80653f2c94e0d8b6a1c58",
              "replicaSetName": "atlas-1f8k2q-shard-0"
            },
            {
              "exportId": "6ae80653f2c94e0d8b6a1c59",
              "replicaSetName": "atlas-1f8k2q-shard-1"
            }
          ]
        },
        "withCustomData": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Successful",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0326/1793590867",
          "customData": [
            {
              "key": "ticket",
              "value": "AUDIT-2041"
            },
            {
              "key": "purpose",
              "value": "legal hold"
            }
          ],
          "createdAt": "2026-11-02T03:41:07Z",
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports/6ae80653f2c94e0d8b6a1c57",
              "rel": "self"
            }
          ],
          "finishedAt": "2026-11-02T03:58:42Z"
        }
      },
      "400": {
        "invalidAttribute": {
          "error": 400,
          "errorCode": "INVALID_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "Invalid attribute snapshotId specified.",
          "parameters": [
            "snapshotId"
          ],
          "badRequestDetail": {
            "fields": [
              {
                "field": "snapshotId",
                "description": "must be 24 hexadecimal digits"
              }
            ]
          }
        },
        "missingAttribute": {
          "error": 400,
          "errorCode": "MISSING_ATTRIBUTE",
          "reason": "Bad Request",
          "detail": "The required attribute exportBucketId was not specified.",
          "parameters": [
            "exportBucketId"
          ]
        },
        "invalidJson": {
          "error": 400,
          "errorCode": "INVALID_JSON",
          "reason": "Bad Request",
          "detail": "The body of the request is not well-formed JSON.",
          "parameters": []
        },
        "invalidPathParameter": {
          "error": 400,
          "errorCode": "INVALID_PATH_PARAMETER",
          "reason": "Bad Request",
          "detail": "The path parameter groupId is not valid.",
          "parameters": [
            "groupId"
          ]
        },
        "invalidVersionDate": {
          "error": 400,
          "errorCode": "INVALID_VERSION_DATE",
          "reason": "Bad Request",
          "detail": "The requested version date is not one of this resource.",
          "parameters": []
        },
        "flexCluster": {
          "error": 400,
          "errorCode": "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
          "reason": "Bad Request",
          "detail": "The cluster orders-prod is a Flex cluster, which this resource does not serve.",
          "parameters": [
            "orders-prod"
          ]
        }
      },
      "401": {
        "unauthorized": {
          "error": 401,
          "errorCode": "UNAUTHORIZED",
          "reason": "Unauthorized",
          "detail": "The request carries no valid credentials.",
          "parameters": []
        }
      },
      "403": {
        "missingRole": {
          "error": 403,
          "errorCode": "USER_UNAUTHORIZED",
          "reason": "Forbidden",
          "detail": "The credential lacks a role that this operation needs.",
          "parameters": []
        },
        "ipAddressNotOnAccessList": {
          "error": 403,
          "errorCode": "IP_ADDRESS_NOT_ON_ACCESS_LIST",
          "reason": "Forbidden",
          "detail": "The address 192.0.2.17 is not on the access list of this credential.",
          "parameters": [
            "192.0.2.17"
          ]
        }
      },
      "404": {
        "exportJobNotFound": {
          "error": 404,
          "errorCode": "RESOURCE_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export job 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "6ae80653f2c94e0d8b6a1c57"
          ]
        },
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "clusterNotFound": {
          "error": 404,
          "errorCode": "CLUSTER_NOT_FOUND",
          "reason": "Not Found",
          "detail": "The project 65f0c2a84d1b3e7a9c5d2f10 has no cluster orders-prod.",
          "parameters": [
            "orders-prod",
            "65f0c2a84d1b3e7a9c5d2f10"
          ]
        },
        "snapshotNotFound": {
          "error": 404,
          "errorCode": "SNAPSHOT_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no snapshot 6ae802d65b8a4f2e917d3a64.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
          ]
        },
        "exportBucketNotFound": {
          "error": 404,
          "errorCode": "EXPORT_BUCKET_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export bucket 66b1f0a97c3d5e2148fa0b92.",
          "parameters": [
            "66b1f0a97c3d5e2148fa0b92"
          ]
        }
      },
      "429": {
        "rateLimited": {
          "error": 429,
          "errorCode": "RATE_LIMITED",
          "reason": "Too Many Requests",
          "detail": "The rate limit of the project is used up.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10",
            1200
          ]
        }
      },
      "500": {
        "unexpectedError": {
          "error": 500,
          "errorCode": "UNEXPECTED_ERROR",
          "reason": "Internal Server Error",
          "detail": "The service met an unexpected error.",
          "parameters": []
        }
      },
      "503": {
        "serviceUnavailable": {
          "error": 503,
          "errorCode": "SERVICE_UNAVAILABLE",
          "reason": "Service Unavailable",
          "detail": "The service is not available for the moment.",
          "parameters": []
        }
      }
    }
  }
};
