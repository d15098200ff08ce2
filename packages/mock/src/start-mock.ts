/// <reference lib="esnext.disposable" preserve="true" />
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import type { ExportJob } from "@atlas-snapshot-export/types";
import { createCredentialsCheck } from "./credentials/check-credentials.ts";
import { createDigest } from "./credentials/digest.ts";
import type { DigestAlgorithm } from "./credentials/digest-response.ts";
import { createTokenEndpoint } from "./credentials/token-endpoint.ts";
import type { JobSeed } from "./export-jobs.ts";
import { type Fault, withFaults } from "./faults.ts";
import { createFront } from "./front.ts";
import { withJobLife } from "./job-life.ts";
import { DEFAULT_JOB_SCENARIO, type JobScenario } from "./job-scenario.ts";
import { createPrism, type Prism } from "./prism.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { serve } from "./serve.ts";
import { createState } from "./state.ts";

/** What a client signs in with: a service account (the first two) or an API key (the others). */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface MockOptions {
  /** @default 0: a free port */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** @default fixed ones, which are good for nothing else */
  readonly credentials?: Partial<Credentials>;
  /** How things go on the server. */
  readonly scenario?: {
    /**
     * What every export job goes through.
     * @default one second queued, two seconds in progress, then successful
     */
    readonly job?: JobScenario;
    /**
     * What goes wrong, and when.
     * @default nothing
     */
    readonly faults?: readonly Fault[];
  };
  /**
   * The mock's clock, in epoch milliseconds. Jobs, tokens and nonces go by it.
   * @default Date.now
   */
  readonly now?: () => number;
  /** @default "MD5", as on the live service */
  readonly digestAlgorithm?: DigestAlgorithm;
  /**
   * How long a nonce of HTTP Digest is good, in milliseconds.
   * @default 300_000
   */
  readonly nonceLifetimeMs?: number;
  /** Called with each request once its answer is made, right before it is written. */
  readonly onRequest?: (request: RecordedRequest) => void;
  /**
   * The OpenAPI document to serve, without external references.
   * @default the definition of this project
   */
  readonly definition?: object;
}

/** A running mock. */
export interface Mock extends AsyncDisposable {
  /** Where it listens, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  readonly credentials: Credentials;
  /** What was received, in order. */
  readonly requests: readonly RecordedRequest[];
  /** The export jobs as they stand now, in the order of their creation. */
  readonly jobs: readonly ExportJob[];
  /** Creates a job as if an earlier request had done it. */
  addJob(seed: JobSeed): ExportJob;
  /** Stops listening and ends every open connection at once. */
  close(): Promise<void>;
}

const CREDENTIALS: Credentials = {
  clientId: "mdb_sa_id_000000000000000000000000",
  clientSecret: "mock_client_secret",
  publicKey: "mockpubl",
  privateKey: "mock-private-key",
};

/**
 * Starts a mock of the API: real HTTP on the loopback interface, with a state of its own.
 *
 * @example
 * await using mock = await startMock({ scenario: { job: [{ example: "successful" }] } });
 * await codeUnderTest({ baseUrl: mock.url, ...mock.credentials });
 * assert.equal(mock.jobs.length, 1);
 *
 * @throws TypeError when the scenario cannot be played.
 * @throws Error when the port is taken, or the definition cannot be validated in every part.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { host = "127.0.0.1", port = 0, now = Date.now, onRequest = () => {} } = options;
  const { digestAlgorithm = "MD5", nonceLifetimeMs = 300_000 } = options;
  const credentials = { ...CREDENTIALS, ...options.credentials };
  const prism = await (options.definition === undefined ? ownDefinition() : createPrism(options.definition));

  const scenario = options.scenario?.job ?? DEFAULT_JOB_SCENARIO;
  const state = createState({ prism, now, nonceLifetimeMs, scenario });
  const { log, jobs, tokens, nonces } = state;
  const { operations } = prism;
  const tokenEndpoint = createTokenEndpoint({ ...credentials, operations, tokens });
  const digest = createDigest({ ...credentials, algorithm: digestAlgorithm, nonces });
  const front = createFront({
    prism,
    tokenEndpoint,
    checkCredentials: createCredentialsCheck({ operations, tokens, digest }),
    respond: withJobLife({ prism, state }, ({ answer }) => answer),
  });

  const receive = withFaults(front, {
    faults: options.scenario?.faults ?? [],
    nameOf: async ({ method, path }) => (await prism.route(method, path)).operation?.operationId ?? "token",
    expireTokens: () => tokens.revokeAll(),
  });

  const server = createServer(serve({ log, receive, onRequest }));
  state.url = await listen(server, host, port);
  const close = (): Promise<void> => stop(server);
  return {
    url: state.url,
    credentials,
    requests: log.requests,
    get jobs() {
      return jobs.all();
    },
    addJob: (seed) => jobs.add(seed),
    close,
    [Symbol.asyncDispose]: close,
  };
}

let loaded: Promise<Prism> | undefined;

/** Loaded once per process: Prism keeps no state, so mocks can share it. */
function ownDefinition(): Promise<Prism> {
  loaded ??= createPrism(definition);
  return loaded;
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // An AddressInfo, because the server listens on a port and not on a pipe.
      const { address, family, port: actual } = server.address() as AddressInfo;
      resolve(`http://${family === "IPv6" ? `[${address}]` : address}:${actual}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error here says that the server is closed already.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
