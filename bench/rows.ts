import type { Row } from "./row.ts";
import { loopbackMany, loopbackOne, stub } from "./rows/calls.ts";
import { contract } from "./rows/contract.ts";
import { generate, generateMany } from "./rows/generate.ts";
import { importTime } from "./rows/import.ts";
import { size } from "./rows/size.ts";
import { testAgain } from "./rows/test-again.ts";
import { typecheck, typecheckMany } from "./rows/typecheck.ts";
import { validation } from "./rows/validation.ts";
import { waits } from "./rows/waits.ts";

/** In the order of the table. */
export const rows: readonly Row[] = [
  loopbackOne,
  loopbackMany,
  stub,
  size,
  validation,
  importTime,
  typecheck,
  typecheckMany,
  generate,
  generateMany,
  contract,
  waits,
  testAgain,
];
