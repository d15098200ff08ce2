/**
 * One process that lets the clients take turns: a batch of calls each, round after round, so that whatever else the
 * machine does meets all of them alike. Prints what each batch took, as JSON.
 *
 * Run with `node measure.ts <plan as JSON>`.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import type { Connect } from "../clients/target.ts";
import { callMany } from "./in-flight.ts";
import type { Batch, Plan } from "./plan.ts";
import { stubFetch } from "./stub.ts";
import { answerTo, body, target } from "./target.ts";

const plan: Plan = JSON.parse(process.argv[2] ?? "");
const { clients, overHttp, inFlight, calls, warmUpCalls, rounds } = plan;

const baseUrl = overHttp ? await serve() : stubFetch();
const call = new Map<string, () => Promise<unknown>>();
for (const client of clients) {
  const { connect }: { connect: Connect } = await import(`../clients/${client}.ts`);
  const create = connect({ ...target, baseUrl });
  await expectJob(client, create);
  call.set(client, () => create(body));
}

for (const client of clients) await callMany(callOf(client), warmUpCalls, inFlight);
const measured: Record<string, Batch[]> = Object.fromEntries(clients.map((client) => [client, []]));
for (let round = 0; round < rounds; round += 1) {
  // What one leaves behind, in the heap and in the server, is at the expense of the next: nobody always follows the same.
  for (const client of shuffled(clients)) measured[client]?.push(await measureBatch(callOf(client)));
}
process.stdout.write(JSON.stringify(measured), () => process.exit());

function callOf(client: string): () => Promise<unknown> {
  return call.get(client) ?? (() => Promise.reject(new Error(`there is no ${client}`)));
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const drawn = items.map((item) => ({ item, lot: Math.random() }));
  return drawn.sort((a, b) => a.lot - b.lot).map(({ item }) => item);
}

async function measureBatch(create: () => Promise<unknown>): Promise<Batch> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await callMany(create, calls, inFlight);
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { us: (ms * 1000) / calls, cpuUs: (user + system) / calls };
}

/** A client that fails is fast. */
async function expectJob(client: string, create: ReturnType<Connect>): Promise<void> {
  const answered = JSON.stringify(await create(body));
  if (answered !== answerTo("").text) throw new Error(`${client} answered ${answered}`);
}

async function serve(): Promise<string> {
  const server = fork(new URL("server.ts", import.meta.url));
  const [url] = await once(server, "message");
  return url;
}
