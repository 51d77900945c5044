import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { refreshReadme } from "@/lib/docs/readme";

const path = new URL("../../README.md", import.meta.url);
const { layers } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
writeFileSync(path, refreshReadme(readFileSync(path, "utf8"), layers));
