import { readFile } from "node:fs/promises";
import { parseYaml } from "@redocly/openapi-core";
import { type OpenApiDocument, toDocument, UnusableFileError } from "./document.ts";

/** Longer than any network needs for the 4 MB that the vendor publishes. */
const timeoutMs = 60_000;

/**
 * Reads an OpenAPI document, JSON or YAML.
 *
 * @param location a path, or an http or https URL
 * @throws {UnusableFileError} when it cannot be had, or is something else
 */
export async function readOpenApi(location: string): Promise<OpenApiDocument> {
  const text = /^https?:\/\//.test(location) ? await download(location) : await read(location);
  return toDocument(location, parseText(location, text));
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UnusableFileError(`Could not read ${path}: ${messageOf(cause)}.`, { cause });
  }
}

async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    return await response.text();
  } catch (cause) {
    throw new UnusableFileError(`Could not fetch ${url}: ${messageOf(cause)}.`, { cause });
  }
}

/** Redocly's parser, js-yaml, needs a fifth of the time of `yaml` for a file of this size. */
function parseText(location: string, text: string): unknown {
  const isJson = /^\s*[{[]/.test(text);
  try {
    return isJson ? JSON.parse(text) : parseYaml(text);
  } catch (cause) {
    const [problem] = messageOf(cause).split("\n");
    throw new UnusableFileError(`${location} is not ${isJson ? "JSON" : "YAML"}: ${problem}`, { cause });
  }
}

/** What the innermost error says: fetch itself only says that it failed. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
