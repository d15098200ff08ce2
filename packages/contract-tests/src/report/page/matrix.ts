import type { Kind } from "../../coverage.ts";
import type { CaseReport, ItemReport, OperationReport } from "../report.ts";
import { type Rule, readRule } from "./rule.ts";

/** A part of an operation, such as its answers. */
export interface Section {
  readonly label: string;
  readonly groups: readonly Group[];
}

/** Columns that belong together: a status and its examples, a parameter and its rules. */
export interface Group {
  readonly label: string;
  readonly columns: readonly Column[];
}

/** One thing of the definition, and what each witness says of it. */
export interface Column {
  readonly name: string;
  /** Whether it is what the others of its group belong to. */
  readonly isHead: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly target: string;
  readonly state: ItemReport["states"][string];
  /** The id of the failure that tells more. */
  readonly failure: string | undefined;
}

/** Arranges what there is of an operation for the eye. */
export function sectionsOf(operation: OperationReport, targets: readonly string[]): Section[] {
  const { items, cases } = operation;
  const column = (item: ItemReport, name: string, isHead = false): Column => {
    return { name, isHead, cells: targets.map((target) => cellOf(item, cases, target)) };
  };
  const ofKind = (kind: Kind): ItemReport[] => items.filter((item) => item.kind === kind);
  const headed = (kind: Kind, noun: string, below: (name: string) => Column[]): Group[] =>
    ofKind(kind).map((item) => ({
      label: item.name,
      columns: [column(item, `${noun} ${item.name}`, true), ...below(item.name)],
    }));
  const examplesOf = (of: string): Column[] =>
    ofKind("examples")
      .filter(({ name }) => name.startsWith(`${of} `))
      .map((item) => column(item, `example ${item.name}`));
  const rules = ofKind("constraints").map((item) => ({ item, ...readRule(item.name) }));
  const rulesOf = (belongs: (rule: Rule) => boolean): Column[] =>
    rules.filter(belongs).map(({ item, place, keyword }) => column(item, `rule ${place} › ${keyword}`));
  const placesInBody = new Set(rules.map(({ place }) => place).filter((place) => isWithin(place, "body")));

  const sections = [
    { label: "Answers", groups: headed("statuses", "status", examplesOf) },
    {
      label: "Parameters",
      groups: headed("parameters", "parameter", (name) => rulesOf(({ place }) => isWithin(place, name))),
    },
    {
      label: "Body",
      groups: [
        { label: "examples", columns: examplesOf("request") },
        ...[...placesInBody].map((label) => ({ label, columns: rulesOf(({ place }) => place === label) })),
      ],
    },
    { label: "Sign-in", groups: headed("credentials", "sign-in", () => []) },
    { label: "Also", groups: otherGroups(operation, targets) },
  ];
  return sections
    .map(({ label, groups }) => ({ label, groups: groups.filter(({ columns }) => columns.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

function isWithin(place: string, name: string): boolean {
  return place === name || place.startsWith(`${name}.`) || place.startsWith(`${name}[`);
}

function cellOf({ states, cases: about }: ItemReport, cases: readonly CaseReport[], target: string): Cell {
  const failed = about.map((index) => cases[index]).find((one) => one?.target === target && one.failure);
  return { target, state: states[target] ?? "missing", failure: failed?.failure };
}

/** The case that goes through several operations, and exercises statuses only by the way. */
const JOB_LIFE = "job life";

/** The cases that are about the operation as a whole, a column each. */
function otherGroups({ items, cases }: OperationReport, targets: readonly string[]): Group[] {
  const aboutItems = new Set(items.flatMap((item) => item.cases));
  const others = cases.filter(({ group }, index) => group === JOB_LIFE || !aboutItems.has(index));
  return [...Map.groupBy(others, ({ group }) => group)].map(([label, own]) => ({
    label,
    columns: [...Map.groupBy(own, ({ title }) => title)].map(([name, same]) => ({
      name,
      isHead: false,
      cells: targets.map((target) => {
        const found = same.find((one) => one.target === target);
        return { target, state: found?.state ?? "missing", failure: found?.failure };
      }),
    })),
  }));
}
