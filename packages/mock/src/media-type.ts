import { type Operation, successMediaTypes } from "./operation.ts";
import type { Violation } from "./violation.ts";

/** What a request says about media types: its headers in lower case, and whether it has a body. */
interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A media type without its parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** Whether both sides' media types are the operation's own, version date included. Prism takes any JSON for any other. */
export function hasExactMediaTypes(operation: Operation, { headers, body }: Request): boolean {
  const { accept = "*/*", "content-type": contentType = "" } = headers;
  const answers = successMediaTypes(operation);
  if (answers.length > 0 && !accepts(accept, answers)) return false;
  const { requestMediaTypes } = operation;
  return requestMediaTypes.length === 0 || body === "" || requestMediaTypes.includes(essenceOf(contentType));
}

/** The operation's media types in the order of preference for an answer: what `Accept` names, then the others. */
export function mediaTypesInOrder(operation: Operation, accept = ""): string[] {
  const declared = [...operation.responses.values()].flatMap((response) => response.mediaTypes);
  const asked = accept.split(",").map(essenceOf);
  return [...new Set([...declared.filter((mediaType) => asked.includes(mediaType)), ...declared])];
}

/** An answer's media type that is not the declared one, which Prism does not see for the same reason. */
export function inexactMediaType(operation: Operation, status: number, contentType = "missing"): Violation[] {
  const declared = operation.responses.get(String(status))?.mediaTypes ?? [];
  if (declared.length === 0 || declared.includes(essenceOf(contentType))) return [];
  const message = `must be ${declared.join(" or ")}, not ${contentType}`;
  return [{ place: "header.content-type", rule: "mediaType", message, severity: "error" }];
}

function accepts(accept: string, mediaTypes: readonly string[]): boolean {
  return accept
    .split(",")
    .filter((range) => !/;\s*q=0(\.0*)?\s*$/i.test(range))
    .map(essenceOf)
    .some((range) => mediaTypes.some((mediaType) => covers(range, mediaType)));
}

function covers(range: string, mediaType: string): boolean {
  const [type] = mediaType.split("/", 1);
  return range === mediaType || range === "*/*" || range === `${type}/*`;
}
