// @ts-check
// `npm run lock`, after every change of a dependency: makes package-lock.json hold for every platform.
//
// npm writes only those platform packages into the lock that its registry served, and a mirror may lack some. npm ci
// then refuses the lock on the platforms concerned ("Missing: @next/swc-darwin-arm64 from lock file"). This adds the
// missing entries from what their parents ask for, and takes out addresses that only one registry has.
import { readFileSync, writeFileSync } from "node:fs";
import { fillPlatforms, missingPlatforms } from "./lock-platforms.mjs";
import { inRoot } from "./root.mjs";

const path = inRoot("package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = missingPlatforms(lock);
const filled = fillPlatforms(lock);
for (const entry of Object.values(filled.packages)) delete entry["resolved"];
writeFileSync(path, `${JSON.stringify(filled, null, 2)}\n`);
console.log(`package-lock.json: ${missing.length} platform packages added`);
