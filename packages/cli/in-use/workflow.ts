import { readFileSync } from "node:fs";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
  type WorkflowTemplate,
} from "@actions/workflow-parser";
import { parse } from "yaml";

/** A workflow as GitHub's own parser takes it, and everything that the parser has against it. */
export async function readWorkflow(path: string): Promise<{ template: WorkflowTemplate; errors: string[] }> {
  const content = readFileSync(path, "utf8");
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  if (!value) return { template: { jobs: [] } as never, errors: context.errors.getErrors().map(String) };
  const template = await convertWorkflowTemplate(context, value);
  return { template, errors: context.errors.getErrors().map(({ message }) => message) };
}

export interface Step {
  id?: string;
  uses?: string;
  run?: string;
}

export interface Job {
  permissions?: unknown;
  steps?: Step[];
}

export interface Workflow {
  permissions?: unknown;
  jobs: Record<string, Job>;
}

/** The same as the data that it is. */
export function workflowData(path: string): Workflow {
  return parse(readFileSync(path, "utf8"));
}
