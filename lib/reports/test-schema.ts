import { readFileSync } from "node:fs";
import type { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";

/** What a JSON Schema has against a value; empty: nothing. */
export type Complaints = (value: unknown) => readonly string[];

/** One of the schemas in `schemas/`, written from the pages that it names. */
export function ownSchema(name: string): Complaints {
  return compile(
    new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }),
    `lib/reports/schemas/${name}.json`,
  );
}

/** SARIF's own schema, draft 4, as the package @microsoft/jest-sarif carries it. */
export function sarifSchema(): Complaints {
  return compile(
    new AjvDraft4({ allErrors: true, strict: false, unicodeRegExp: false }),
    "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
}

function compile(ajv: Ajv, path: string): Complaints {
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
