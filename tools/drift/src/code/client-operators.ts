import ts from "typescript";
import type { Operator } from "../mutation.ts";
import { type Code, codeOperator, propertyName, type Replacement } from "./source.ts";

/** What could go wrong in the client between the definition and the wire. */
export const clientOperators: readonly Operator<Code>[] = [
  codeOperator("client", "path not encoded", (node) => {
    const names = ["path"];
    if (ts.isCallExpression(node) && node.expression.getText() === "encodeURIComponent" && isOfPath(node)) {
      return { node, text: `String(${argument(node, 0)?.getText()})`, names };
    }
    const parameters = "path: string, values: Record<string, unknown>";
    const serializer = `(${parameters}) => path.replace(/\\{(\\w+)\\}/g, (_, name) => String(values[name]))`;
    return withOption(node, "pathSerializer", serializer, names);
  }),
  codeOperator("client", "wrong media type", (node) => {
    const name = headerName(node);
    if (name === undefined || !/^(accept|content-type)$/i.test(name)) return undefined;
    const names = [name.toLowerCase(), ...signInOf(node)];
    if (ts.isShorthandPropertyAssignment(node)) return { node, text: `${name}: "text/plain"`, names };
    const value = ts.isPropertyAssignment(node) ? node.initializer : argument(node, 1);
    return value && { node: value, text: '"text/plain"', names };
  }),
  codeOperator("client", "dropped query", (node) => {
    const names = ["query"];
    if (ts.isTemplateSpan(node) && textBefore(node).endsWith("?")) {
      return { node: node.expression, text: '""', names };
    }
    if (isAssignment(node) && ts.isPropertyAccessExpression(node.left) && node.left.name.text === "search") {
      return { node: node.right, text: '""', names };
    }
    return withOption(node, "querySerializer", '() => ""', names);
  }),
  codeOperator("client", "wrong method", (node) => {
    const names = ["method", ...signInOf(node)];
    if (ts.isCallExpression(node) && /\.request$/.test(node.expression.getText())) {
      const method = argument(node, 0);
      if (method && /method/.test(method.getText())) return { node: method, text: '"put" as never', names };
    }
    if (propertyName(node) !== "method" || !ts.isObjectLiteralExpression(node.parent)) return undefined;
    const siblings = node.parent.properties.map(propertyName);
    const isSent = siblings.some((name) => name === "headers" || name === "body") && !isTold(node.parent);
    return isSent ? { node, text: 'method: "PUT"', names } : undefined;
  }),
  codeOperator("client", "error swallowed", (node) => {
    if (!ts.isThrowStatement(node) || isOfFlow(node)) return undefined;
    const [thrown] = /\b[A-Z]\w*Error\b/.exec(node.expression.getText()) ?? [];
    if (thrown !== undefined && !callErrors.has(thrown)) return undefined;
    return {
      node,
      text: "return undefined as never;",
      names: thrown ? [thrown] : [...callErrors, ...signInOf(node)],
    };
  }),
  codeOperator("client", "envelope not unwrapped", (node) => {
    const names = ["envelope"];
    if (ts.isCallExpression(node) && /envelope/i.test(node.expression.getText())) {
      const inner = argument(node, 0);
      return inner && ts.isCallExpression(inner) ? { node, text: inner.getText(), names } : undefined;
    }
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== "content" || !isOfEnvelope(node)) {
      return undefined;
    }
    return { node, text: node.expression.getText(), names };
  }),
];

/** What a single call can end with. */
const callErrors = new Set([
  "AtlasApiError",
  "NetworkError",
  "RequestValidationError",
  "ResponseValidationError",
]);

/** A flow calls several operations, and has errors of its own, which name it and no operation. */
function isOfFlow(node: ts.ThrowStatement): boolean {
  const imports = node.getSourceFile().statements.filter(ts.isImportDeclaration);
  const [first] = ts.isNewExpression(node.expression) ? (node.expression.arguments ?? []) : [];
  return (
    imports.some(({ moduleSpecifier }) => /operations\.gen/.test(moduleSpecifier.getText())) ||
    (first !== undefined && ts.isStringLiteral(first))
  );
}

/** What an error or a hook is told of a request, which sends nothing. */
function isTold(node: ts.ObjectLiteralExpression): boolean {
  const call = node.parent;
  if (ts.isNewExpression(call)) return /Error$/.test(call.expression.getText());
  return ts.isCallExpression(call) && /^(hooks|super|Object)\b/.test(call.expression.getText());
}

/** What goes to the token endpoint is told by that name. */
function signInOf(node: ts.Node): string[] {
  return /\btokenUrl\b/.test(node.getSourceFile().text) ? ["token", "AuthenticationError"] : [];
}

/** A value that is encoded for a form is none of a path. */
function isOfPath(node: ts.Node): boolean {
  const variable = ts.findAncestor(node, ts.isVariableDeclaration);
  return !/form/i.test(variable?.name.getText() ?? "");
}

function isOfEnvelope(node: ts.Node): boolean {
  return ts.findAncestor(node, (at) => ts.isFunctionLike(at) && /envelope/i.test(at.getText())) !== undefined;
}

function argument(node: ts.Node, index: number): ts.Expression | undefined {
  return ts.isCallExpression(node) ? node.arguments[index] : undefined;
}

/** `Accept` of `{ Accept: … }`, of `{ Accept }` and of `headers.set("Accept", …)`. */
function headerName(node: ts.Node): string | undefined {
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) return propertyName(node);
  const first = argument(node, 0);
  const isSet = ts.isCallExpression(node) && /\.set$/.test(node.expression.getText());
  return isSet && first && ts.isStringLiteral(first) ? first.text : undefined;
}

/** Another value of an option that a call of openapi-fetch is given, or an option more where it makes its client. */
function withOption(node: ts.Node, name: string, value: string, names: string[]): Replacement | undefined {
  if (ts.isPropertyAssignment(node) && propertyName(node) === name) {
    return { node: node.initializer, text: `(${value}) as never`, names };
  }
  if (ts.isMethodDeclaration(node) && node.body && node.name.getText() === name) {
    // What the method calls stays in use, or the compiler would mind that and not the value.
    const instead = `if (arguments) return ((${value}) as unknown as (...given: unknown[]) => string)(...arguments);`;
    return { node: node.body, text: `{ ${instead}${node.body.getText().slice(1)}`, names };
  }
  if (!ts.isCallExpression(node) || !isOpenapiFetch(node)) return undefined;
  const options = argument(node, 0);
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const option = `...({ ${name}: ${value} } as object)`;
  return { node: options, text: `{ ...${options.getText()}, ${option} }`, names };
}

/** A call of openapi-fetch's default export. */
function isOpenapiFetch(node: ts.CallExpression): boolean {
  const name = node.expression.getText();
  return node.getSourceFile().statements.some((statement) => {
    if (!ts.isImportDeclaration(statement)) return false;
    const imported = statement.importClause?.name?.text;
    const isOurs = statement.moduleSpecifier.getText().includes("openapi-fetch");
    return isOurs && imported === name;
  });
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
