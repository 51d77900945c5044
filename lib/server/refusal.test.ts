import { afterEach, describe, expect, it, vi } from "vitest";
import { processState } from "@/lib/server/process-state";
import { comesFromHere, isAllowedHost, refusalOf } from "@/lib/server/refusal";

afterEach(() => {
  vi.unstubAllEnvs();
  delete processState().failure;
});

describe("isAllowedHost", () => {
  const allowed = ["127.0.0.1", "localhost", "[::1]", "weir.example.com"];

  it.each([
    { host: "127.0.0.1:3000", expected: true },
    { host: "LOCALHOST:3000", expected: true },
    { host: "[::1]:3000", expected: true },
    { host: "localhost", expected: true },
    { host: "weir.example.com", expected: true },
    { host: "", expected: false },
    { host: "evil.example", expected: false },
    { host: "127.0.0.1.evil.example:3000", expected: false },
    { host: "localhost@evil.example", expected: false },
    { host: "evil.example#localhost", expected: false },
    { host: "localhost:3000, evil.example", expected: false },
    { host: "localhost:", expected: false },
  ])("$host is allowed: $expected", ({ host, expected }) => {
    expect(isAllowedHost(host, allowed)).toBe(expected);
  });
});

describe("comesFromHere", () => {
  const host = "127.0.0.1:3000";

  it.each([
    { headers: {}, expected: true },
    { headers: { origin: "http://127.0.0.1:3000" }, expected: true },
    { headers: { "sec-fetch-site": "same-origin" }, expected: true },
    { headers: { "sec-fetch-site": "none" }, expected: true },
    { headers: { origin: "http://127.0.0.1:4000" }, expected: false },
    { headers: { origin: "http://localhost:3000" }, expected: false },
    { headers: { origin: "null" }, expected: false },
    { headers: { origin: "" }, expected: false },
    { headers: { origin: "http://evil.example", "sec-fetch-site": "same-origin" }, expected: false },
    { headers: { "sec-fetch-site": "cross-site" }, expected: false },
    { headers: { "sec-fetch-site": "same-site" }, expected: false },
  ])("$headers: $expected", ({ headers, expected }) => {
    expect(comesFromHere(new Headers(headers), host)).toBe(expected);
  });

  it("knows its own origin behind TLS, where Host names no port", () => {
    expect(comesFromHere(new Headers({ origin: "https://weir.example.com" }), "weir.example.com:443")).toBe(
      true,
    );
  });
});

describe("refusalOf", () => {
  it("lets a request for a loopback name through", () => {
    expect(refusalOf(request("localhost:3000"))).toBeUndefined();
  });

  it("answers 421 to a foreign name", () => {
    expect(refusalOf(request("evil.example"))?.status).toBe(421);
  });

  it("answers to the names of WEIR_ALLOWED_HOSTS", () => {
    vi.stubEnv("WEIR_ALLOWED_HOSTS", "weir.example.com");

    expect(refusalOf(request("weir.example.com"))).toBeUndefined();
  });

  it("answers 403 to a foreign page that wants to change something, and lets it look", () => {
    const headers = { origin: "http://evil.example" };

    expect(refusalOf(request("localhost", { method: "POST", headers }))?.status).toBe(403);
    expect(refusalOf(request("localhost", { method: "DELETE", headers }))?.status).toBe(403);
    expect(refusalOf(request("localhost", { headers }))).toBeUndefined();
  });

  it("says why the server could not start, as JSON to scripts and as text to people", async () => {
    processState().failure = "The folder <b>.weir</b> is open in process 7.";

    const api = refusalOf(request("localhost", {}, "/api/health"));
    const page = refusalOf(request("localhost"));

    expect(api?.status).toBe(503);
    expect(await api?.json()).toEqual({
      error: { code: "unavailable", message: "The folder <b>.weir</b> is open in process 7." },
    });
    expect(page?.status).toBe(503);
    expect(await page?.text()).toContain("The folder &lt;b>.weir&lt;/b> is open in process 7.");
  });

  it("says so at loopback names even when the environment is not readable", () => {
    vi.stubEnv("PORT", "many");
    processState().failure = "The environment has problems";

    expect(refusalOf(request("localhost"))?.status).toBe(503);
    expect(refusalOf(request("evil.example"))?.status).toBe(421);
  });
});

function request(host: string, { headers, ...init }: RequestInit = {}, path = "/"): Request {
  return new Request(`http://${host.split(",")[0]}${path}`, {
    ...init,
    headers: { host, ...Object.fromEntries(new Headers(headers)) },
  });
}
