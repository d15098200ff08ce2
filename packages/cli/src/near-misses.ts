import type { Environment } from "./world.ts";

const prefixes = ["MONGODB_ATLAS_", "MONGO_ATLAS_", "ATLAS_", "MONGODB_", "MCLI_"];

/** What other tools, and users, call what a variable holds. */
const otherNames: Record<string, readonly string[]> = {
  MONGODB_ATLAS_CLIENT_ID: ["CLIENT_ID", "SERVICE_ACCOUNT_ID"],
  MONGODB_ATLAS_CLIENT_SECRET: ["CLIENT_SECRET", "SECRET", "SERVICE_ACCOUNT_SECRET"],
  MONGODB_ATLAS_PUBLIC_API_KEY: ["PUBLIC_API_KEY", "PUBLIC_KEY", "API_PUBLIC_KEY"],
  MONGODB_ATLAS_PRIVATE_API_KEY: ["PRIVATE_API_KEY", "PRIVATE_KEY", "API_PRIVATE_KEY", "API_KEY"],
  MONGODB_ATLAS_PROJECT_ID: ["PROJECT_ID", "PROJECT", "GROUP_ID", "GROUP"],
};

/** How many letters may be wrong. */
const tolerance = 2;

/**
 * The variables that are set and have nearly the name of a missing one, as `NAME (did you mean NAME?)`.
 *
 * @param missing names of variables
 */
export function nearMisses(env: Environment, missing: readonly string[]): string[] {
  return Object.keys(env)
    .filter((name) => !(name in otherNames))
    .flatMap((name) => {
      const [nearest] = missing
        .map((wanted) => ({ wanted, distance: distanceBetween(name, wanted) }))
        .filter(({ distance }) => distance <= tolerance)
        .sort((one, other) => one.distance - other.distance);
      return nearest ? [`${name} (did you mean ${nearest.wanted}?)`] : [];
    })
    .sort();
}

function distanceBetween(name: string, wanted: string): number {
  const names = prefixes.flatMap((prefix) => (otherNames[wanted] ?? []).map((rest) => prefix + rest));
  return Math.min(...names.map((other) => editDistance(lettersOf(name), lettersOf(other))));
}

function lettersOf(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z]/g, "");
}

/** How many letters to add, remove, replace or swap with their neighbour. */
function editDistance(one: string, other: string): number {
  const cost = (i: number, j: number): number => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const costs: number[][] = [];
  for (let i = 0; i <= one.length; i += 1) {
    const row: number[] = [];
    costs.push(row);
    for (let j = 0; j <= other.length; j += 1) {
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(
        cost(i - 1, j) + 1,
        cost(i, j - 1) + 1,
        cost(i - 1, j - 1) + Number(one[i - 1] !== other[j - 1]),
        isSwap ? cost(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(i + j === 0 ? 0 : least);
    }
  }
  return cost(one.length, other.length);
}
