import type { Alarm } from "../verdict.ts";
import { runScript, runTests } from "./commands.ts";
import type { Failure } from "./failures-reporter.ts";
import { affectedBy, type Package, readPackages } from "./packages.ts";
import type { Tree } from "./tree.ts";

/** What CI runs of the packages that a change can reach, the cheapest first, up to the first alarm. */
export async function checkPackages(tree: Tree, files: readonly string[]): Promise<Alarm | undefined> {
  const affected = affectedBy(readPackages(tree.root), files);
  const isTouched = ({ directory }: Package) => files.some((file) => file.startsWith(`${directory}/`));
  const tested = affected.filter(({ scripts }) => "test" in scripts);
  const contract = tested.filter(({ name }) => name.endsWith("/contract-tests"));
  const own = tested.filter((one) => isTouched(one) && !contract.includes(one));
  const others = tested.filter((one) => !contract.includes(one) && !own.includes(one));
  return (
    (await checkTypes(tree, affected, isTouched)) ??
    (await checkContract(
      tree,
      contract,
      own.some(({ name }) => name.endsWith("/mock")),
    )) ??
    (await checkTests(tree, "unit tests", own, (one) => ["related", "--run", ...filesOf(one, files)])) ??
    (await checkTests(tree, "unit tests", others, () => ["run"]))
  );
}

/** What holds the mock alone, and it together with the client, against the definition; the rest is about the run itself. */
const ofMock = ["mock.test.ts", "mock-jobs.test.ts", "mock-token.test.ts", "mock-faults.test.ts"];
const ofBoth = ["contract.test.ts"];

/** In an order that is always the same: the first failure is the one that is told. */
async function checkContract(
  tree: Tree,
  contract: readonly Package[],
  isMockTouched: boolean,
): Promise<Alarm | undefined> {
  const inTurn = (names: string[]) => ["run", "--no-file-parallelism", ...names];
  const others = ["run", ...[...ofMock, ...ofBoth].map((name) => `--exclude=**/${name}`)];
  const groups = [inTurn(ofBoth), inTurn(ofMock)];
  for (const group of [...(isMockTouched ? groups.toReversed() : groups), others]) {
    const alarm = await checkTests(tree, "contract run", contract, () => group);
    if (alarm) return alarm;
  }
  return undefined;
}

function filesOf({ directory }: Package, files: readonly string[]): string[] {
  const prefix = `${directory}/`;
  return files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
}

/** The style of what is touched, and what else its `lint` looks at. */
export async function checkLint(tree: Tree, files: readonly string[]): Promise<Alarm | undefined> {
  for (const one of readPackages(tree.root)) {
    const isTouched = files.some((file) => file.startsWith(`${one.directory}/`));
    if (!isTouched || !("lint" in one.scripts)) continue;
    const { isSuccessful, output } = await runScript(tree.root, one, "lint");
    if (!isSuccessful) return { by: "lint", message: output };
  }
  return undefined;
}

/**
 * Builds what is touched and checks its types, and those of all that see another declaration for it. Where a package
 * declares what it did before, and sees what it did, its build has checked all that could have changed.
 */
async function checkTypes(
  tree: Tree,
  affected: readonly Package[],
  isTouched: (one: Package) => boolean,
): Promise<Alarm | undefined> {
  const changed = new Set<string>();
  for (const one of affected) {
    const seesChange = one.needs.some((name) => changed.has(name));
    if (!isTouched(one) && !seesChange) continue;
    const builtChanges = tree.build(one.directory);
    const unbuilt = await checkTypesBy("build", tree, one);
    if (unbuilt) return unbuilt;
    const isBuilt = "build" in one.scripts;
    const declaresOther = !isBuilt || builtChanges().some((path) => path.endsWith(".d.ts"));
    if (declaresOther) changed.add(one.name);
    const alarm = declaresOther || seesChange ? await checkTypesBy("typecheck", tree, one) : undefined;
    if (alarm) return alarm;
  }
  return undefined;
}

async function checkTypesBy(script: string, tree: Tree, one: Package): Promise<Alarm | undefined> {
  if (!(script in one.scripts)) return undefined;
  const { isSuccessful, output } = await runScript(tree.root, one, script);
  return isSuccessful ? undefined : { by: "type check", message: typeErrors(output, one) };
}

function typeErrors(output: string, { directory }: Package): string {
  return output
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => (/^\S+\(\d+,\d+\)/.test(line) ? `${directory}/${line}` : line))
    .join("\n");
}

async function checkTests(
  tree: Tree,
  by: string,
  packages: readonly Package[],
  which: (one: Package) => string[],
): Promise<Alarm | undefined> {
  for (const one of packages) {
    const failures = await runTests(tree.root, one, which(one));
    if (failures.length > 0) return { by, message: failures.map(describe).join("\n\n") };
  }
  return undefined;
}

function describe({ file, title, message }: Failure): string {
  return `${file} › ${title}\n${message.split("\n").slice(0, longestMessage).join("\n")}`;
}

/** In lines. */
const longestMessage = 25;
