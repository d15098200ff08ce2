import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Mock } from "@atlas-snapshot-export/mock";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };

const { parameters } = definition.components;

export const groupId: string = parameters.groupId.example;
export const clusterName: string = parameters.clusterName.example;
export const exportBucketId: string = parameters.exportBucketId.example;

export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs an example as a user does, in a process of its own, with the mock in place of the service. */
export function runExample(mock: Mock, file: string, ...args: string[]): Promise<Run> {
  const command = [fileURLToPath(new URL(`../${file}`, import.meta.url)), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: environment(mock) }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

function environment({ url, credentials }: Mock): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
    MONGODB_ATLAS_PROJECT_ID: groupId,
    MONGODB_ATLAS_BASE_URL: url,
    EXPORT_CLUSTER: clusterName,
    EXPORT_BUCKET_ID: exportBucketId,
  };
}
