export type Kind = "definition" | "examples" | "client" | "mock" | "harmless";

/** Paths below the root → contents; `undefined` for a file that is not there. */
export type Files = Record<string, string | undefined>;

/** One small change at one place. */
export interface Mutation {
  kind: Kind;
  operator: string;
  /** Where, as a reader would look for it: `spec/paths/export-jobs.yaml#/collection/post`, `src/call.ts:31`. */
  place: string;
  /** The operations where it is felt. */
  operations: readonly string[];
  /** What to call the place: whoever catches the mutation has to say one of these. */
  names: readonly string[];
  /** Why nothing can be observed of it, where its operator knows; it may survive then. */
  equivalent?: string;
  /** The files as they are afterwards; only those that it touches. A harmless one can follow on others. */
  apply(files?: Files): Files;
}

/** Finds every place that a kind of change can be made at. */
export interface Operator<Subject> {
  kind: Kind;
  name: string;
  find(subject: Subject): Omit<Mutation, "kind" | "operator">[];
}

/** All mutations of the operators, in their order. */
export function mutationsOf<Subject>(operators: readonly Operator<Subject>[], subject: Subject): Mutation[] {
  return operators.flatMap(({ kind, name, find }) =>
    find(subject).map((found) => ({ kind, operator: name, ...found })),
  );
}
