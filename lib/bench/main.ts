import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Figure, Result } from "./figure";
import { selectFigures } from "./select-figures";
import { summarise } from "./summarise";

const folder = new URL("figures/", import.meta.url);

async function loadFigures(): Promise<readonly Figure[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .toSorted();
  const modules = await Promise.all(
    names.map((name): Promise<{ figures: readonly Figure[] }> => import(new URL(name, folder).href)),
  );
  return modules.flatMap(({ figures }) => figures);
}

async function measure(figure: Figure): Promise<Result> {
  const values: number[] = [];
  while (values.length < figure.runs) values.push(await figure.measure());
  return summarise(figure, values);
}

function toRow({ name, value, unit, runs, spread, note }: Result): string {
  const row = [
    name.padEnd(44),
    String(value).padStart(10),
    unit.padEnd(8),
    `± ${spread}`.padEnd(12),
    `${runs} runs`,
  ].join(" ");
  return note === undefined ? row : `${row}\n  ${note}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" } },
    allowPositionals: true,
  });
  for (const figure of selectFigures(await loadFigures(), positionals)) {
    const result = await measure(figure);
    process.stdout.write(`${values.json ? JSON.stringify(result) : toRow(result)}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
