import ts from "typescript";
import type { Operator } from "../mutation.ts";
import { type Code, codeOperator } from "./source.ts";

export const harmlessCodeOperators: readonly Operator<Code>[] = [
  codeOperator("harmless", "a comment in code", (node) => {
    if (!ts.isFunctionDeclaration(node) || ts.getJSDocCommentsAndTags(node).length > 0) return undefined;
    return { node, text: `// Worth a remark.\n${node.getText()}` };
  }),
];
