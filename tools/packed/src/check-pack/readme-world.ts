// Loaded before each program of a README: what its reader has at hand, and a service that the reader's client finds at
// the live service's own address.
import { createMock } from "@atlas-snapshot-export/mock/msw";
import { setupServer } from "msw/node";
import { provide } from "./context.ts";

const mock = await createMock({ scenario: { job: [{ example: "successful" }] } });
setupServer(...mock.handlers).listen({ onUnhandledFrame: "bypass" });
provide(mock.credentials);
