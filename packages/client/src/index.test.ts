import { expect, expectTypeOf, test } from "vitest";
import * as client from "./index.ts";
import * as operations from "./operations.gen.ts";

// What users may rely on: a name that goes is a breaking change. The operations follow from the definition.
test("the package exports every operation, and these values besides", () => {
  expect(client).toMatchObject(operations);
  expect(
    Object.keys(client)
      .filter((name) => !(name in operations))
      .sort(),
  ).toEqual([
    "AtlasApiError",
    "AtlasError",
    "AuthenticationError",
    "ExportCreationError",
    "ExportTimeoutError",
    "ExportWaitError",
    "NetworkError",
    "RequestValidationError",
    "ResponseValidationError",
    "apiKey",
    "bucketUri",
    "completeMarkerKey",
    "createAtlasClient",
    "createExportJob",
    "exportSnapshot",
    "findExportJob",
    "findLatestSnapshot",
    "getSnapshot",
    "isAtlasApiError",
    "isAtlasError",
    "isAuthenticationError",
    "isExportCreationError",
    "isExportTimeoutError",
    "isExportWaitError",
    "isNetworkError",
    "isRequestValidationError",
    "isResponseValidationError",
    "listExportJobs",
    "listSnapshots",
    "paginate",
    "parseCompleteMarker",
    "parseExportPrefix",
    "preflightExport",
    "requestTokenOf",
    "serviceAccount",
    "waitForExportJob",
    "withPaths",
  ]);
});

test("a provider of the user's own needs one function, and may have the second", () => {
  expectTypeOf({ authorize: () => "Bearer x" }).toExtend<client.AuthProvider>();
  expectTypeOf({
    authorize: async () => undefined,
    onUnauthorized: () => true,
  }).toExtend<client.AuthProvider>();
  expectTypeOf<client.ServiceAccount>().toExtend<client.AuthProvider>();
});

test("a client can be openapi-fetch's, typed by the definition's paths", () => {
  expectTypeOf<client.PathClient["GET"]>().toBeFunction();
  expectTypeOf<client.PathClient>().toExtend<client.AtlasClient>();
  expectTypeOf<Parameters<typeof client.createExportJob>[0]>().toEqualTypeOf<client.AtlasClient>();
});
