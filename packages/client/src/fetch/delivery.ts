/**
 * What became of the last attempt at a request. It is noted below everything that a caller can plug in, so that it
 * stays true when the caller's code throws.
 */
export interface Delivery {
  /** Whether the request may have reached the service. */
  mayHaveArrived: boolean;
  /** The status of the response; undefined when no whole response came. */
  status: number | undefined;
}

/** The delivery of a request that has not been sent. */
export function undelivered(): Delivery {
  return { mayHaveArrived: false, status: undefined };
}

/** Whether the request may have taken effect: it may have arrived, and no response refuses it. */
export function mayHaveTakenEffect({ mayHaveArrived, status = 0 }: Delivery): boolean {
  return mayHaveArrived && !isRefusal(status);
}

/** Whether a status says that nothing happened. After 408 and 5xx that is not known. */
export function isRefusal(status: number): boolean {
  return status >= 300 && status < 500 && status !== 408;
}
