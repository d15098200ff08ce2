import { test } from "vitest";
import type { Contract } from "./contract.ts";
import { count, type Items } from "./coverage.ts";
import type { Operation } from "./definition.ts";
import type { Need } from "./targets/target.ts";

/** What a case is about, and what it takes. */
export interface Case {
  readonly operation: Operation;
  /** What comes after the operation's name. */
  readonly title: string;
  readonly exercises?: Items;
  /** @default none: the case sends nothing */
  readonly needs?: readonly Need[];
}

declare module "vitest" {
  interface TaskMeta {
    /** What a case of the contract is about. */
    contract?: { readonly operationId: string; readonly exercises: Items };
    /** What the cases of a suite were run against. */
    target?: { readonly name: string; readonly title: string };
  }
}

/** One test of the contract. Where the target cannot do what it takes, it is skipped with the reason. */
export function contractCase(contract: Contract, about: Case, run: () => Promise<void>): void {
  const { operation, title, exercises = {}, needs = [] } = about;
  const { operationId } = operation;
  const obstacle = contract.target.obstacle({ operation, needs });
  const meta = { contract: { operationId, exercises } };
  test(`${operationId} › ${title}`, { meta }, async ({ skip }) => {
    if (obstacle !== undefined) {
      count(contract.skipped, operationId, exercises);
      contract.skips.set(obstacle, (contract.skips.get(obstacle) ?? 0) + 1);
      skip(obstacle);
    }
    count(contract.exercised, operationId, exercises);
    await run();
  });
}
