import ts from "typescript";
import type { Operator } from "../mutation.ts";
import { type Code, codeOperator, propertyName, type Replacement } from "./source.ts";

/** What could go wrong in the client between the definition and the wire. */
export const clientOperators: readonly Operator<Code>[] = [
  codeOperator("client", "path not encoded", (node) => {
    const names = ["path"];
    if (ts.isCallExpression(node) && node.expression.getText() === "encodeURIComponent") {
      return { node, text: `String(${argument(node, 0)?.getText()})`, names };
    }
    const serializer = "(path, values) => path.replace(/\\{(\\w+)\\}/g, (_, name) => String(values[name]))";
    return withOption(node, "pathSerializer", serializer, names);
  }),
  codeOperator("client", "wrong media type", (node) => {
    const name = headerName(node);
    const value = ts.isPropertyAssignment(node) ? node.initializer : argument(node, 1);
    if (value === undefined || !/^(accept|content-type)$/i.test(name ?? "")) return undefined;
    return { node: value, text: '"text/plain"', names: [name?.toLowerCase() ?? ""] };
  }),
  codeOperator("client", "dropped query", (node) => {
    const names = ["query"];
    if (ts.isTemplateSpan(node)) {
      const before = textBefore(node);
      if (before.endsWith("?")) return { node: node.expression, text: '""', names };
    }
    if (isAssignment(node) && ts.isPropertyAccessExpression(node.left) && node.left.name.text === "search") {
      return { node: node.right, text: '""', names };
    }
    return withOption(node, "querySerializer", '() => ""', names);
  }),
  codeOperator("client", "wrong method", (node) => {
    const names = ["method"];
    if (ts.isCallExpression(node) && /\.request$/.test(node.expression.getText())) {
      const method = argument(node, 0);
      if (method && /method/.test(method.getText())) return { node: method, text: '"put" as never', names };
    }
    if (propertyName(node) !== "method" || !ts.isObjectLiteralExpression(node.parent)) return undefined;
    const siblings = node.parent.properties.map(propertyName);
    if (!siblings.some((name) => name === "headers" || name === "body")) return undefined;
    return { node, text: 'method: "PUT"', names };
  }),
  codeOperator("client", "error swallowed", (node) => {
    if (!ts.isThrowStatement(node)) return undefined;
    const [thrown] = /\b[A-Z]\w*Error\b/.exec(node.expression.getText()) ?? [];
    return { node, text: "return undefined as never;", names: thrown ? [thrown] : [] };
  }),
  codeOperator("client", "envelope not unwrapped", (node) => {
    const names = ["envelope"];
    if (ts.isCallExpression(node) && /envelope/i.test(node.expression.getText())) {
      const inner = argument(node, 0);
      return inner && ts.isCallExpression(inner) ? { node, text: inner.getText(), names } : undefined;
    }
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== "content") return undefined;
    return /envelope/i.test(node.expression.getText())
      ? { node, text: node.expression.getText(), names }
      : undefined;
  }),
];

function argument(node: ts.Node, index: number): ts.Expression | undefined {
  return ts.isCallExpression(node) ? node.arguments[index] : undefined;
}

/** `Accept` of `{ Accept: … }` and of `headers.set("Accept", …)`. */
function headerName(node: ts.Node): string | undefined {
  if (ts.isPropertyAssignment(node)) return propertyName(node);
  const first = argument(node, 0);
  const isSet = ts.isCallExpression(node) && /\.set$/.test(node.expression.getText());
  return isSet && first && ts.isStringLiteral(first) ? first.text : undefined;
}

/** An option more where openapi-fetch, or whatever stands in its place, makes its client. */
function withOption(node: ts.Node, name: string, value: string, names: string[]): Replacement | undefined {
  if (!ts.isCallExpression(node) || !isOpenapiFetch(node)) return undefined;
  const options = argument(node, 0);
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  return { node: options, text: `{ ...${options.getText()}, ${name}: ${value} }`, names };
}

function isOpenapiFetch(node: ts.CallExpression): boolean {
  return node
    .getSourceFile()
    .statements.some(
      (statement) =>
        ts.isImportDeclaration(statement) &&
        statement.moduleSpecifier.getText().includes("openapi-fetch") &&
        statement.importClause?.name?.text === node.expression.getText(),
    );
}

/** What stands right before the expression of a template. */
function textBefore(span: ts.TemplateSpan): string {
  const { parent } = span;
  const index = parent.templateSpans.indexOf(span);
  return (parent.templateSpans[index - 1]?.literal ?? parent.head).text;
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
