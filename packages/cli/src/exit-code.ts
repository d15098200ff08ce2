/** What the process ends with, and what that means. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  permission: 3,
  notFound: 4,
  conflict: 5,
  jobFailed: 6,
  jobCancelled: 7,
  deadline: 8,
  unavailable: 9,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeMeanings: Record<keyof typeof exitCodes, string> = {
  done: "done",
  unexpected: "something unexpected, such as an unreadable response or a full disk",
  usage: "wrong usage: a flag, a value, or something that cannot be exported",
  permission: "sign-in failed, or the credential may not do this",
  notFound: "the job, snapshot, bucket, cluster or project does not exist",
  conflict: "something is in the way, such as an active export of it",
  jobFailed: "the export job failed",
  jobCancelled: "the export job was cancelled",
  deadline: "the job did not end before --timeout; it goes on",
  unavailable: "no connection, or the service is down or out of calls",
  interrupted: "interrupted by Ctrl-C, SIGTERM or SIGHUP; a job goes on",
};
