import { expect, it } from "vitest";
import { ConfigError, readConfig } from "@/lib/config/config";

it("listens on loopback, keeps its data in .weir and is no demo unless told", () => {
  expect(readConfig({})).toEqual({
    dataDir: ".weir",
    demo: false,
    host: "127.0.0.1",
    port: 3000,
    allowedHosts: ["127.0.0.1", "localhost", "::1", "[::1]"],
  });
});

it("takes what the environment says, and an empty variable for one that is not set", () => {
  const config = readConfig({
    WEIR_DATA_DIR: "/srv/weir",
    WEIR_DEMO: "1",
    WEIR_HOST: "",
    PORT: "8080",
    WEIR_ALLOWED_HOSTS: "Weir.example.org, audit",
  });
  expect(config).toMatchObject({ dataDir: "/srv/weir", demo: true, host: "127.0.0.1", port: 8080 });
  expect(config.allowedHosts).toEqual(expect.arrayContaining(["localhost", "weir.example.org", "audit"]));
});

it("lists every problem in one message, without the values", () => {
  expect(problemsOf({ WEIR_DEMO: "secret-1", PORT: "http", WEIR_HOST: "0.0.0.0" })).toBe(
    [
      "Weir cannot run in this environment:",
      "- WEIR_DEMO is 0 or 1",
      "- PORT is a whole number from 0 to 65535",
      "- WEIR_ALLOWED_HOSTS is not set, but WEIR_HOST lets other machines in: list the names by which browsers may call this server, separated by commas",
    ].join("\n"),
  );
});

it.each(["0.0.0.0", "::", "192.0.2.7", "weir.example.org"])(
  "does not let other machines in by %s unless it knows its own names",
  (host) => {
    expect(problemsOf({ WEIR_HOST: host })).toContain("WEIR_ALLOWED_HOSTS is not set");
    expect(readConfig({ WEIR_HOST: host, WEIR_ALLOWED_HOSTS: "weir.example.org" }).host).toBe(host);
  },
);

it.each(["*", "*.example.org", "https://weir.example.org", "weir.example.org/audit", "a,,b"])(
  "refuses %s as a name by which it may be called",
  (names) => {
    expect(problemsOf({ WEIR_ALLOWED_HOSTS: names })).toContain("WEIR_ALLOWED_HOSTS");
  },
);

it.each(["65536", "-1", "3000.5", "0x50", " 80"])("refuses %j as a port", (port) => {
  expect(problemsOf({ PORT: port })).toContain("- PORT is a whole number");
});

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error);
  }
  return "no problem";
}

it("takes the key that signs exports, and none if it is left out", () => {
  expect(readConfig({ WEIR_SIGNING_KEY_FILE: "/run/secrets/key.pem" }).signingKeyFile).toBe(
    "/run/secrets/key.pem",
  );
  expect(readConfig({ WEIR_SIGNING_KEY_FILE: "" })).not.toHaveProperty("signingKeyFile");
});
