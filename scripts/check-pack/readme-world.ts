// Loaded before each program of a README: what its reader has at hand, and a service that the reader's client finds at
// the live service's own address.
import { createMock } from "@atlas-snapshot-export/mock/msw";
import { setupServer } from "msw/node";

const mock = await createMock({ scenario: { job: [{ example: "successful" }] } });
setupServer(...mock.handlers).listen({ onUnhandledFrame: "bypass" });

const readersOwn = {
  ...mock.credentials,
  groupId: "65f0c2a84d1b3e7a9c5d2f10",
  clusterName: "orders-prod",
  snapshotId: "6ae802d65b8a4f2e917d3a64",
  exportBucketId: "66b1f0a97c3d5e2148fa0b92",
};
Object.assign(globalThis, readersOwn);

declare global {
  const clientId: string;
  const clientSecret: string;
  const publicKey: string;
  const privateKey: string;
  const groupId: string;
  const clusterName: string;
  const snapshotId: string;
  const exportBucketId: string;
}
