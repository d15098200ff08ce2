/** What one process is to measure. */
export interface Plan {
  readonly clients: readonly string[];
  readonly overHttp: boolean;
  readonly inFlight: number;
  /** In each batch. */
  readonly calls: number;
  /** Of each client, before the first batch. */
  readonly warmUpCalls: number;
  /** Batches of each client. */
  readonly rounds: number;
}

/** What one call of a batch took, in microseconds. */
export interface Batch {
  readonly us: number;
  /** Of all the threads of the process, the garbage collector's too. */
  readonly cpuUs: number;
}
