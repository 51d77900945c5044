// @ts-check
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, with a separator at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} path relative to the root */
export const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What every child process gets: no telemetry, and no warning of the SDK about the age of Node in the middle of a report. */
export const childEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};
