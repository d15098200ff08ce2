// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
export const examples = {
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z"
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
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
          "createdAt": "2026-11-02T03:41:07Z"
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
          "detail": "Cannot find resource export job with id 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "export job with id 6ae80653f2c94e0d8b6a1c57"
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
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
              "customData": [],
              "createdAt": "2026-11-02T03:41:07Z"
            }
          ],
          "totalCount": 1,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&pageNum=1&itemsPerPage=100",
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
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
              "customData": [],
              "createdAt": "2026-11-02T03:41:07Z"
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
              "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-10-26T0332/1792986019",
              "customData": [],
              "createdAt": "2026-10-26T03:40:19Z",
              "finishedAt": "2026-10-26T03:59:03Z"
            }
          ],
          "totalCount": 5,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&pageNum=1&itemsPerPage=2",
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
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/exports?includeCount=true&pageNum=1&itemsPerPage=100",
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
          "detail": "Cannot find resource export job with id 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "export job with id 6ae80653f2c94e0d8b6a1c57"
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z"
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z"
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
          "finishedAt": "2026-11-02T03:43:55Z"
        },
        "sharded": {
          "id": "6ae80653f2c94e0d8b6a1c57",
          "state": "Successful",
          "exportStatus": {
            "exportedCollections": 0,
            "totalCollections": 0
          },
          "exportBucketId": "66b1f0a97c3d5e2148fa0b92",
          "snapshotId": "6ae802d65b8a4f2e917d3a64",
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
          "customData": [],
          "createdAt": "2026-11-02T03:41:07Z",
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
          "prefix": "exported_snapshots/65f0c19e2ab7d4c3e8816f03/65f0c2a84d1b3e7a9c5d2f10/orders-prod/2026-11-02T0333/1793590867",
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
          "detail": "Cannot find resource export job with id 6ae80653f2c94e0d8b6a1c57.",
          "parameters": [
            "export job with id 6ae80653f2c94e0d8b6a1c57"
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
  "listExportBuckets": {
    "requests": {},
    "responses": {
      "200": {
        "oneOfEachCloud": {
          "results": [
            {
              "_id": "66b1f0a97c3d5e2148fa0b92",
              "cloudProvider": "AWS",
              "bucketName": "acme-atlas-exports",
              "iamRoleId": "66b1efd27c3d5e2148fa0b10",
              "region": "eu-central-1",
              "requirePrivateNetworking": false
            },
            {
              "_id": "67c02e5519ab8d0f4e7732d4",
              "cloudProvider": "AZURE",
              "bucketName": "atlas-exports",
              "roleId": "67c02d8b19ab8d0f4e773281",
              "serviceUrl": "https://acmebackups.blob.core.windows.net",
              "tenantId": "4f2d9b1e-6c0a-4f7b-9a53-0d8e1c7b2a64"
            },
            {
              "_id": "68d9a1037be42c5f90816ea7",
              "cloudProvider": "GCP",
              "bucketName": "acme-atlas-archive",
              "roleId": "68d9a0547be42c5f90816e51"
            }
          ],
          "totalCount": 3,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/backup/exportBuckets?includeCount=true&pageNum=1&itemsPerPage=100",
              "rel": "self"
            }
          ]
        },
        "firstOfManyPages": {
          "results": [
            {
              "_id": "66b1f0a97c3d5e2148fa0b92",
              "cloudProvider": "AWS",
              "bucketName": "acme-atlas-exports",
              "iamRoleId": "66b1efd27c3d5e2148fa0b10",
              "region": "eu-central-1",
              "requirePrivateNetworking": false
            },
            {
              "_id": "67c02e5519ab8d0f4e7732d4",
              "cloudProvider": "AZURE",
              "bucketName": "atlas-exports",
              "roleId": "67c02d8b19ab8d0f4e773281",
              "serviceUrl": "https://acmebackups.blob.core.windows.net",
              "tenantId": "4f2d9b1e-6c0a-4f7b-9a53-0d8e1c7b2a64"
            }
          ],
          "totalCount": 3,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/backup/exportBuckets?includeCount=true&pageNum=1&itemsPerPage=2",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/backup/exportBuckets?includeCount=true&itemsPerPage=2&pageNum=2",
              "rel": "next"
            }
          ]
        },
        "none": {
          "results": [],
          "totalCount": 0,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/backup/exportBuckets?includeCount=true&pageNum=1&itemsPerPage=100",
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
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
  "getExportBucket": {
    "requests": {},
    "responses": {
      "200": {
        "aws": {
          "_id": "66b1f0a97c3d5e2148fa0b92",
          "cloudProvider": "AWS",
          "bucketName": "acme-atlas-exports",
          "iamRoleId": "66b1efd27c3d5e2148fa0b10",
          "region": "eu-central-1",
          "requirePrivateNetworking": false
        },
        "awsNew": {
          "_id": "6ae80521fd08b36c42917e4d",
          "cloudProvider": "AWS",
          "bucketName": "acme-atlas-audit",
          "iamRoleId": "66b1efd27c3d5e2148fa0b10",
          "requirePrivateNetworking": false
        },
        "awsPrivate": {
          "_id": "66b1f4d17c3d5e2148fa0c3e",
          "cloudProvider": "AWS",
          "bucketName": "acme-atlas-exports-private",
          "iamRoleId": "66b1efd27c3d5e2148fa0b10",
          "region": "eu-central-1",
          "requirePrivateNetworking": true
        },
        "azure": {
          "_id": "67c02e5519ab8d0f4e7732d4",
          "cloudProvider": "AZURE",
          "bucketName": "atlas-exports",
          "roleId": "67c02d8b19ab8d0f4e773281",
          "serviceUrl": "https://acmebackups.blob.core.windows.net",
          "tenantId": "4f2d9b1e-6c0a-4f7b-9a53-0d8e1c7b2a64"
        },
        "gcp": {
          "_id": "68d9a1037be42c5f90816ea7",
          "cloudProvider": "GCP",
          "bucketName": "acme-atlas-archive",
          "roleId": "68d9a0547be42c5f90816e51"
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "exportBucketNotFound": {
          "error": 404,
          "errorCode": "EXPORT_BUCKET_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no export bucket 66b1f0a97c3d5e2148fa0b92.",
          "parameters": [
            "66b1f0a97c3d5e2148fa0b92"
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
  "listReplicaSetBackups": {
    "requests": {},
    "responses": {
      "200": {
        "several": {
          "results": [
            {
              "id": "6ae8572a5b8a4f2e917d3a70",
              "status": "inProgress",
              "type": "replicaSet",
              "snapshotType": "scheduled",
              "frequencyType": "hourly",
              "expiresAt": "2026-11-04T09:26:02Z",
              "storageSizeBytes": 0,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae8572a5b8a4f2e917d3a70",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6ae80d375b8a4f2e917d3a66",
              "status": "completed",
              "type": "replicaSet",
              "snapshotType": "fallback",
              "frequencyType": "daily",
              "createdAt": "2026-11-02T04:18:02Z",
              "expiresAt": "2026-11-09T04:18:02Z",
              "storageSizeBytes": 5368709120,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a01"
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae80d375b8a4f2e917d3a66",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6ae802d65b8a4f2e917d3a64",
              "status": "completed",
              "type": "replicaSet",
              "snapshotType": "scheduled",
              "frequencyType": "daily",
              "createdAt": "2026-11-02T03:33:41Z",
              "expiresAt": "2026-11-09T03:33:41Z",
              "storageSizeBytes": 5368709120,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a01"
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae802d65b8a4f2e917d3a64",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6ae754715b8a4f2e917d3a5b",
              "status": "completed",
              "type": "replicaSet",
              "snapshotType": "onDemand",
              "frequencyType": "ondemand",
              "createdAt": "2026-11-01T15:09:36Z",
              "expiresAt": "2026-11-04T15:09:36Z",
              "storageSizeBytes": 5368709120,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae754715b8a4f2e917d3a5b",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ],
              "description": "before the migration of the order numbers"
            },
            {
              "id": "6adec80e5b8a4f2e917d39f1",
              "status": "completed",
              "type": "replicaSet",
              "snapshotType": "scheduled",
              "frequencyType": "weekly",
              "createdAt": "2026-10-26T03:32:20Z",
              "expiresAt": "2026-11-23T03:32:20Z",
              "storageSizeBytes": 5368709120,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [
                "EU_WEST_1"
              ],
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a02"
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6adec80e5b8a4f2e917d39f1",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ],
              "masterKeyUUID": "9d3c1f70-52ab-4e8d-8f16-7b0a4c2e95d1"
            }
          ],
          "totalCount": 5,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots?includeCount=true&pageNum=1&itemsPerPage=100",
              "rel": "self"
            }
          ]
        },
        "firstOfManyPages": {
          "results": [
            {
              "id": "6ae8572a5b8a4f2e917d3a70",
              "status": "inProgress",
              "type": "replicaSet",
              "snapshotType": "scheduled",
              "frequencyType": "hourly",
              "expiresAt": "2026-11-04T09:26:02Z",
              "storageSizeBytes": 0,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae8572a5b8a4f2e917d3a70",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6ae802d65b8a4f2e917d3a64",
              "status": "completed",
              "type": "replicaSet",
              "snapshotType": "scheduled",
              "frequencyType": "daily",
              "createdAt": "2026-11-02T03:33:41Z",
              "expiresAt": "2026-11-09T03:33:41Z",
              "storageSizeBytes": 5368709120,
              "mongodVersion": "8.0.16",
              "cloudProvider": "AWS",
              "replicaSetName": "orders-prod",
              "copyRegions": [],
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a01"
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae802d65b8a4f2e917d3a64",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            }
          ],
          "totalCount": 5,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots?includeCount=true&pageNum=1&itemsPerPage=2",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots?includeCount=true&itemsPerPage=2&pageNum=2",
              "rel": "next"
            }
          ]
        },
        "none": {
          "results": [],
          "totalCount": 0,
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots?includeCount=true&pageNum=1&itemsPerPage=100",
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
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
  "getReplicaSetBackup": {
    "requests": {},
    "responses": {
      "200": {
        "completed": {
          "id": "6ae802d65b8a4f2e917d3a64",
          "status": "completed",
          "type": "replicaSet",
          "snapshotType": "scheduled",
          "frequencyType": "daily",
          "createdAt": "2026-11-02T03:33:41Z",
          "expiresAt": "2026-11-09T03:33:41Z",
          "storageSizeBytes": 5368709120,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [
            "65f0d3b24d1b3e7a9c5d3a01"
          ],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae802d65b8a4f2e917d3a64",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "weekly": {
          "id": "6adec80e5b8a4f2e917d39f1",
          "status": "completed",
          "type": "replicaSet",
          "snapshotType": "scheduled",
          "frequencyType": "weekly",
          "createdAt": "2026-10-26T03:32:20Z",
          "expiresAt": "2026-11-23T03:32:20Z",
          "storageSizeBytes": 5368709120,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [
            "EU_WEST_1"
          ],
          "policyItems": [
            "65f0d3b24d1b3e7a9c5d3a02"
          ],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6adec80e5b8a4f2e917d39f1",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ],
          "masterKeyUUID": "9d3c1f70-52ab-4e8d-8f16-7b0a4c2e95d1"
        },
        "onDemand": {
          "id": "6ae754715b8a4f2e917d3a5b",
          "status": "completed",
          "type": "replicaSet",
          "snapshotType": "onDemand",
          "frequencyType": "ondemand",
          "createdAt": "2026-11-01T15:09:36Z",
          "expiresAt": "2026-11-04T15:09:36Z",
          "storageSizeBytes": 5368709120,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae754715b8a4f2e917d3a5b",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ],
          "description": "before the migration of the order numbers"
        },
        "inProgress": {
          "id": "6ae8572a5b8a4f2e917d3a70",
          "status": "inProgress",
          "type": "replicaSet",
          "snapshotType": "scheduled",
          "frequencyType": "hourly",
          "expiresAt": "2026-11-04T09:26:02Z",
          "storageSizeBytes": 0,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae8572a5b8a4f2e917d3a70",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "queued": {
          "id": "6ae8573e5b8a4f2e917d3a71",
          "status": "queued",
          "type": "replicaSet",
          "snapshotType": "onDemand",
          "frequencyType": "ondemand",
          "description": "for the auditors",
          "expiresAt": "2026-11-05T09:26:22Z",
          "storageSizeBytes": 0,
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae8573e5b8a4f2e917d3a71",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "failed": {
          "id": "6ae55fff5b8a4f2e917d3a3c",
          "status": "failed",
          "type": "replicaSet",
          "snapshotType": "scheduled",
          "frequencyType": "daily",
          "expiresAt": "2026-11-07T03:26:55Z",
          "storageSizeBytes": 0,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae55fff5b8a4f2e917d3a3c",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "fallback": {
          "id": "6ae80d375b8a4f2e917d3a66",
          "status": "completed",
          "type": "replicaSet",
          "snapshotType": "fallback",
          "frequencyType": "daily",
          "createdAt": "2026-11-02T04:18:02Z",
          "expiresAt": "2026-11-09T04:18:02Z",
          "storageSizeBytes": 5368709120,
          "mongodVersion": "8.0.16",
          "cloudProvider": "AWS",
          "replicaSetName": "orders-prod",
          "copyRegions": [],
          "policyItems": [
            "65f0d3b24d1b3e7a9c5d3a01"
          ],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/6ae80d375b8a4f2e917d3a66",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "snapshotNotFound": {
          "error": 404,
          "errorCode": "SNAPSHOT_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no snapshot 6ae802d65b8a4f2e917d3a64.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
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
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
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
  "listShardedClusterBackups": {
    "requests": {},
    "responses": {
      "200": {
        "several": {
          "results": [
            {
              "id": "6ae857702d7f4a90b35e8c29",
              "status": "inProgress",
              "type": "shardedCluster",
              "snapshotType": "scheduled",
              "frequencyType": "hourly",
              "expiresAt": "2026-11-04T09:27:12Z",
              "storageSizeBytes": 0,
              "mongodVersion": "8.0.16",
              "copyRegions": [],
              "policyItems": [],
              "snapshotIds": [],
              "members": [],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6ae857702d7f4a90b35e8c29",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6ae8031c2d7f4a90b35e8c17",
              "status": "completed",
              "type": "shardedCluster",
              "snapshotType": "scheduled",
              "frequencyType": "daily",
              "createdAt": "2026-11-02T03:35:52Z",
              "expiresAt": "2026-11-09T03:35:52Z",
              "storageSizeBytes": 10737418240,
              "mongodVersion": "8.0.16",
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a01"
              ],
              "snapshotIds": [
                "6ae8031c2d7f4a90b35e8c14",
                "6ae8031c2d7f4a90b35e8c15",
                "6ae8031c2d7f4a90b35e8c16"
              ],
              "members": [
                {
                  "id": "6ae8031c2d7f4a90b35e8c14",
                  "cloudProvider": "AWS",
                  "replicaSetName": "atlas-9c4t7m-shard-0"
                },
                {
                  "id": "6ae8031c2d7f4a90b35e8c15",
                  "cloudProvider": "AWS",
                  "replicaSetName": "atlas-9c4t7m-shard-1"
                },
                {
                  "id": "6ae8031c2d7f4a90b35e8c16",
                  "cloudProvider": "AWS",
                  "replicaSetName": "atlas-9c4t7m-config-0"
                }
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6ae8031c2d7f4a90b35e8c17",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            },
            {
              "id": "6adec8552d7f4a90b35e8bd3",
              "status": "completed",
              "type": "shardedCluster",
              "snapshotType": "scheduled",
              "frequencyType": "weekly",
              "createdAt": "2026-10-26T03:34:40Z",
              "expiresAt": "2026-11-23T03:34:40Z",
              "storageSizeBytes": 10737418240,
              "mongodVersion": "8.0.16",
              "policyItems": [
                "65f0d3b24d1b3e7a9c5d3a02"
              ],
              "snapshotIds": [
                "6adec8552d7f4a90b35e8bd0",
                "6adec8552d7f4a90b35e8bd1",
                "6adec8552d7f4a90b35e8bd2"
              ],
              "members": [
                {
                  "id": "6adec8552d7f4a90b35e8bd0",
                  "cloudProvider": "AWS",
                  "replicaSetName": "atlas-9c4t7m-shard-0"
                },
                {
                  "id": "6adec8552d7f4a90b35e8bd1",
                  "cloudProvider": "GCP",
                  "replicaSetName": "atlas-9c4t7m-shard-1"
                },
                {
                  "id": "6adec8552d7f4a90b35e8bd2",
                  "cloudProvider": "AWS",
                  "replicaSetName": "atlas-9c4t7m-config-0"
                }
              ],
              "links": [
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6adec8552d7f4a90b35e8bd3",
                  "rel": "self"
                },
                {
                  "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
                  "rel": "https://cloud.mongodb.com/cluster"
                }
              ]
            }
          ],
          "totalCount": 3
        },
        "none": {
          "results": [],
          "totalCount": 0
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
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
  "getShardedClusterBackup": {
    "requests": {},
    "responses": {
      "200": {
        "completed": {
          "id": "6ae8031c2d7f4a90b35e8c17",
          "status": "completed",
          "type": "shardedCluster",
          "snapshotType": "scheduled",
          "frequencyType": "daily",
          "createdAt": "2026-11-02T03:35:52Z",
          "expiresAt": "2026-11-09T03:35:52Z",
          "storageSizeBytes": 10737418240,
          "mongodVersion": "8.0.16",
          "policyItems": [
            "65f0d3b24d1b3e7a9c5d3a01"
          ],
          "snapshotIds": [
            "6ae8031c2d7f4a90b35e8c14",
            "6ae8031c2d7f4a90b35e8c15",
            "6ae8031c2d7f4a90b35e8c16"
          ],
          "members": [
            {
              "id": "6ae8031c2d7f4a90b35e8c14",
              "cloudProvider": "AWS",
              "replicaSetName": "atlas-9c4t7m-shard-0"
            },
            {
              "id": "6ae8031c2d7f4a90b35e8c15",
              "cloudProvider": "AWS",
              "replicaSetName": "atlas-9c4t7m-shard-1"
            },
            {
              "id": "6ae8031c2d7f4a90b35e8c16",
              "cloudProvider": "AWS",
              "replicaSetName": "atlas-9c4t7m-config-0"
            }
          ],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6ae8031c2d7f4a90b35e8c17",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "weekly": {
          "id": "6adec8552d7f4a90b35e8bd3",
          "status": "completed",
          "type": "shardedCluster",
          "snapshotType": "scheduled",
          "frequencyType": "weekly",
          "createdAt": "2026-10-26T03:34:40Z",
          "expiresAt": "2026-11-23T03:34:40Z",
          "storageSizeBytes": 10737418240,
          "mongodVersion": "8.0.16",
          "policyItems": [
            "65f0d3b24d1b3e7a9c5d3a02"
          ],
          "snapshotIds": [
            "6adec8552d7f4a90b35e8bd0",
            "6adec8552d7f4a90b35e8bd1",
            "6adec8552d7f4a90b35e8bd2"
          ],
          "members": [
            {
              "id": "6adec8552d7f4a90b35e8bd0",
              "cloudProvider": "AWS",
              "replicaSetName": "atlas-9c4t7m-shard-0"
            },
            {
              "id": "6adec8552d7f4a90b35e8bd1",
              "cloudProvider": "GCP",
              "replicaSetName": "atlas-9c4t7m-shard-1"
            },
            {
              "id": "6adec8552d7f4a90b35e8bd2",
              "cloudProvider": "AWS",
              "replicaSetName": "atlas-9c4t7m-config-0"
            }
          ],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6adec8552d7f4a90b35e8bd3",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
            }
          ]
        },
        "inProgress": {
          "id": "6ae857702d7f4a90b35e8c29",
          "status": "inProgress",
          "type": "shardedCluster",
          "snapshotType": "scheduled",
          "frequencyType": "hourly",
          "expiresAt": "2026-11-04T09:27:12Z",
          "storageSizeBytes": 0,
          "mongodVersion": "8.0.16",
          "copyRegions": [],
          "policyItems": [],
          "snapshotIds": [],
          "members": [],
          "links": [
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod/backup/snapshots/shardedCluster/6ae857702d7f4a90b35e8c29",
              "rel": "self"
            },
            {
              "href": "https://cloud.mongodb.com/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/clusters/orders-prod",
              "rel": "https://cloud.mongodb.com/cluster"
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
          "reason": "Unauthorized",
          "detail": "You are not authorized for this resource.",
          "errorCode": "UNEXPECTED_ERROR"
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
        "snapshotNotFound": {
          "error": 404,
          "errorCode": "SNAPSHOT_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no snapshot 6ae802d65b8a4f2e917d3a64.",
          "parameters": [
            "6ae802d65b8a4f2e917d3a64"
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
        "groupNotFound": {
          "error": 404,
          "errorCode": "GROUP_NOT_FOUND",
          "reason": "Not Found",
          "detail": "There is no project 65f0c2a84d1b3e7a9c5d2f10.",
          "parameters": [
            "65f0c2a84d1b3e7a9c5d2f10"
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
