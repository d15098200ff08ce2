import ts from "typescript";
import type { Operator } from "../mutation.ts";
import { type Code, codeOperator, propertyName } from "./source.ts";

/** What could go wrong in the mock between the definition and its answers. */
export const mockOperators: readonly Operator<Code>[] = [
  codeOperator("mock", "wrong status", (node) => {
    if (!ts.isNumericLiteral(node) || !/^[2-5]\d\d$/.test(node.text)) return undefined;
    const isStatus =
      propertyName(node.parent) === "status" ||
      (ts.isCallExpression(node.parent) && node.parent.arguments.includes(node));
    return isStatus ? { node, text: String(Number(node.text) + 1), names: ["status", node.text] } : undefined;
  }),
  codeOperator("mock", "missing field", (node) => {
    const name = propertyName(node);
    if (name === undefined || !isInBody(node)) return undefined;
    const literal = node.parent as ts.ObjectLiteralExpression;
    const others = literal.properties.filter((property) => property !== node);
    const text = `({ ${others.map((property) => property.getText()).join(", ")} } as never)`;
    return { node: literal, text, names: [name] };
  }),
  codeOperator("mock", "wrong type", (node) => {
    const name = propertyName(node);
    if (name === undefined || !isInBody(node)) return undefined;
    const value = ts.isPropertyAssignment(node) ? node.initializer.getText() : name;
    return { node, text: `${name}: [${value}] as never`, names: [name] };
  }),
  codeOperator("mock", "stale state", (node) => {
    if (ts.isCallExpression(node) && /(^|[.#])now$/.test(node.expression.getText())) {
      return { node, text: "0" };
    }
    if (!ts.isExpressionStatement(node) || !isChange(node.expression)) return undefined;
    return { node, text: ";", names: fieldName(node.expression) };
  }),
];

/** Whether something is changed that an object remembers: not what it begins with. */
function isChange(node: ts.Expression): boolean {
  if (ts.isCallExpression(node)) return /^this\..*\.(push|set|delete|clear)$/.test(node.expression.getText());
  if (!ts.isBinaryExpression(node) || !isRemembered(node.left)) return false;
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function fieldName(node: ts.Expression): string[] {
  const isAssigned = ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left);
  return isAssigned ? [(node.left as ts.PropertyAccessExpression).name.text] : [];
}

/** A field of an object with a memory, which is one of a class, or the state of the mock as a whole. */
function isRemembered(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return isRemembered(node.expression);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const owner = ts.findAncestor(node, (at) => ts.isClassElement(at) && ts.isClassLike(at.parent));
  if (owner !== undefined) return !ts.isConstructorDeclaration(owner);
  return node.expression.getText() === "state";
}

/** Whether a property is part of an answer's body: of what has a type of the API, or of the `body` that is put in an answer. */
function isInBody(node: ts.Node): boolean {
  const types = apiTypes(node.getSourceFile());
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isVariableDeclaration(at) || ts.isFunctionLike(at)) {
      return at.type !== undefined && types.has(at.type.getText());
    }
    if (propertyName(at) === "body")
      return (at.parent as ts.ObjectLiteralExpression).properties.some(ts.isSpreadAssignment);
  }
  return false;
}

/** The names that a file imports from the types package. */
function apiTypes(source: ts.SourceFile): Set<string> {
  const imported = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return [];
    const bindings = statement.importClause?.namedBindings;
    const isTypes = /@atlas-snapshot-export\/types/.test(statement.moduleSpecifier.getText());
    return isTypes && bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  });
  return new Set(imported.map(({ name }) => name.text));
}
