import type { Row } from "./row.ts";
import { loopbackMany, loopbackOne, stub } from "./rows/calls.ts";
import { importTime } from "./rows/import.ts";
import { size } from "./rows/size.ts";
import { typecheck } from "./rows/typecheck.ts";
import { validation } from "./rows/validation.ts";

export const rows: readonly Row[] = [
  loopbackOne,
  loopbackMany,
  stub,
  size,
  validation,
  importTime,
  typecheck,
];
