import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { loadProfileNames } from "@/lib/scan/profile-names";

const folder = mkdtempSync(join(tmpdir(), "weir-profiles-"));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

function configure(config: string, credentials: string) {
  for (const [variable, text] of Object.entries({
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
  })) {
    const path = join(folder, variable);
    writeFileSync(path, text);
    vi.stubEnv(variable, path);
  }
}

it("names the profiles of both files once, and nothing else that stands there", async () => {
  configure(
    "[default]\nregion = eu-west-1\n[profile audit]\nsso_session = corp\n[sso-session corp]\nsso_region = us-east-1\n[services local]\nkinesis =\n  endpoint_url = http://127.0.0.1:4566\n",
    "[audit]\naws_access_key_id = KEY\naws_secret_access_key = GEHEIM\n[legacy]\naws_access_key_id = KEY\n",
  );

  expect(await loadProfileNames()).toEqual(["default", "audit", "legacy"]);
});

it("names none where there is no configuration", async () => {
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "nope"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "nope"));

  expect(await loadProfileNames()).toEqual([]);
});
