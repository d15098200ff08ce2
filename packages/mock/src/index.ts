export type { DigestAlgorithm } from "./credentials/digest-response.ts";
export type { ExampleNames } from "./examples.gen.ts";
export type { Cluster, JobSeed } from "./export-jobs.ts";
export type { Fault, FaultKind } from "./faults.ts";
export type { JobExample, JobScenario, LastStep, PassingStep } from "./job-scenario.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export { type Credentials, type Mock, type MockOptions, startMock } from "./start-mock.ts";
export type { Violation, Violations } from "./violation.ts";
