import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds `drizzle/`. `next start` and the image run in it; the command line may run
 * anywhere, but its modules stand in it.
 */
export function projectRoot(): string {
  const places = [process.cwd(), ...ancestors(fileURLToPath(import.meta.url))];
  const root = places.find((place) => existsSync(join(place, "drizzle", "meta", "_journal.json")));
  if (root === undefined)
    throw new Error("The folder drizzle/ with the database migrations is missing from this installation.");
  return root;
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
}
