import { request as httpRequest } from "node:http";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { reportSchema } from "../lib/model/report";
import { scanEventSchema, scanSummarySchema } from "../lib/model/scan";
import { defaultSettings } from "../lib/model/settings";

const scanSchema = z.object({ scan: scanSummarySchema });
const listSchema = z.object({ scanId: z.string(), total: z.number() });
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const ended = new Set(["finished", "failed", "cancelled", "interrupted"]);

test("streams, findings, JSON and CSV of one scan agree in their counts", async ({ request }) => {
  const scanId = await finishScan(request);
  const report = reportSchema.parse(await (await request.get(`/api/scans/${scanId}/report/json`)).json());
  const csv = await (await request.get(`/api/scans/${scanId}/report/csv`)).text();
  const rows: unknown[] = parse(csv, { columns: true });
  const streams = listSchema.parse(await (await request.get("/api/streams")).json());
  const findings = listSchema.parse(await (await request.get("/api/findings")).json());

  expect(report.streams).toHaveLength(14);
  expect(streams.total).toBe(report.streams.length);
  expect(rows).toHaveLength(report.findings.length);
  expect(findings.total).toBe(report.findings.length);
  expect(report.totals.streams).toBe(report.streams.length);
});

test("a file holds what the page's filters leave, and says so", async ({ request }) => {
  const scanId = await finishScan(request);
  const answer = await request.get(`/api/scans/${scanId}/report/json?view=streams&region=eu-west-1`);
  const report = reportSchema.parse(await answer.json());
  const page = listSchema.parse(await (await request.get("/api/streams?region=eu-west-1")).json());

  expect(report.filter).toEqual({ region: "eu-west-1" });
  expect(new Set(report.streams.map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
  expect(report.streams).toHaveLength(page.total);
});

test("a report is a file to keep, never a page to run", async ({ request }) => {
  const headers = (await request.get(`/api/scans/${await finishScan(request)}/report/csv`)).headers();

  expect(headers["content-type"]).toContain("text/csv; charset=utf-8");
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="weir-111122223333-[\w-]+\.csv"$/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("no-store");
});

for (const path of [
  "policies",
  "principals",
  "vpc-endpoints",
  "keys",
  "checks",
  "schema/report.json",
  "health",
]) {
  test(`GET /api/${path} answers JSON`, async ({ request }) => {
    await finishScan(request);
    const answer = await request.get(`/api/${path}`);

    expect(answer.status()).toBe(200);
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(await answer.json())).length).toBeGreaterThan(
      1,
    );
  });
}

test("GET /api/settings answers the defaults where nothing was declared", async ({ request }) => {
  expect(await (await request.get("/api/settings")).json()).toEqual({ settings: defaultSettings });
});

test("a stream is found by account, Region and name, with its verdicts", async ({ request }) => {
  await finishScan(request);
  const answer = await request.get("/api/streams/111122223333/us-east-1/audit-trail");

  expect(await answer.json()).toMatchObject({ stream: { name: "audit-trail", verdicts: expect.any(Array) } });
});

for (const path of [
  "scans/nope",
  "scans/nope/events",
  "scans/nope/report/json",
  "streams/111122223333/us-east-1/nope",
  "streams/111122223333/nope/audit-trail",
  "policies?id=nope",
]) {
  test(`GET /api/${path} answers 404 with a sentence`, async ({ request }) => {
    await finishScan(request);
    const answer = await request.get(`/api/${path}`);

    expect(answer.status()).toBe(404);
    expect(errorSchema.parse(await answer.json()).error.code).toBe("not-found");
  });
}

for (const { path, says } of [
  { path: "findings?severity=urgent", says: "severity must be one of critical, high, medium, low." },
  { path: "findings?page=0", says: "page must be a whole number from 1 on." },
  { path: "findings?severty=high", says: "There is no parameter severty" },
  { path: "streams?set=all", says: "set must be one of course, full." },
  { path: "streams?region=a&region=b", says: "region can be given once only." },
]) {
  test(`GET /api/${path} answers 400 and what is allowed`, async ({ request }) => {
    await finishScan(request);
    const answer = await request.get(`/api/${path}`);

    expect(answer.status()).toBe(400);
    expect(errorSchema.parse(await answer.json()).error.message).toContain(says);
  });
}

test("a format that is not there answers 404 and those that are", async ({ request }) => {
  const answer = await request.get(`/api/scans/${await finishScan(request)}/report/docx`);

  expect(answer.status()).toBe(404);
  expect(errorSchema.parse(await answer.json()).error.message).toContain("json, csv, xlsx");
});

test("an endpoint cannot be given over HTTP", async ({ request }) => {
  const answer = await request.post("/api/scans", { data: { endpoint: "http://169.254.169.254" } });

  expect(answer.status()).toBe(400);
});

test("a scan is started, told, and removed once it has ended", async ({ request }) => {
  const scanId = await finishScan(request, true);
  const events = await readEvents(request, scanId);

  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.type).toBe("finished");
  expect((await request.delete(`/api/scans/${scanId}`)).status()).toBe(204);
  expect((await request.get(`/api/scans/${scanId}`)).status()).toBe(404);
  expect((await request.get(`/api/scans/${scanId}/report/json`)).status()).toBe(404);
  expect((await request.delete(`/api/scans/${scanId}`)).status()).toBe(404);
});

test("events resume after the one that Last-Event-ID names", async ({ request }) => {
  const scanId = await finishScan(request, true);
  const all = await readEvents(request, scanId);
  const last = all.length;

  expect(await readEvents(request, scanId, last - 2)).toEqual(all.slice(last - 2));
  const nothing = await request.get(`/api/scans/${scanId}/events`, {
    headers: { "last-event-id": `${last}` },
  });
  expect(nothing.status()).toBe(204);
});

test("a scan is cancelled, and one that has ended is not", async ({ request }) => {
  const { scan } = scanSchema.parse(await (await request.post("/api/scans", { data: {} })).json());
  expect((await request.delete(`/api/scans/${scan.id}`)).status()).toBe(409);
  const cancelled = await request.post(`/api/scans/${scan.id}/cancel`);

  expect(scanSchema.parse(await cancelled.json()).scan.status).toBe("cancelled");
  expect((await request.post(`/api/scans/${scan.id}/cancel`)).status()).toBe(409);
});

test("a foreign host name is refused on pages, API and files alike", async ({ baseURL }) => {
  for (const path of ["/", "/api/health", "/_next/static/x.js", "/icon.svg"]) {
    expect(await statusFor(`${baseURL}${path}`, "weir.evil.example")).toBe(421);
  }
  expect(await statusFor(`${baseURL}/api/health`, "localhost:1")).toBe(200);
});

test("a foreign page can change nothing", async ({ request }) => {
  for (const headers of [
    { origin: "http://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ]) {
    expect((await request.post("/api/scans", { data: {}, headers })).status()).toBe(403);
    expect((await request.delete("/api/scans/nope", { headers })).status()).toBe(403);
  }
});

test("every page carries a policy with a nonce of its own, and does not say what serves it", async ({
  request,
}) => {
  const [first, second] = [(await request.get("/")).headers(), (await request.get("/")).headers()];
  const nonceOf = (policy = "") => /script-src 'nonce-([\w+/=]{20,})' 'strict-dynamic';/.exec(policy)?.[1];

  expect(nonceOf(first["content-security-policy"])).toBeTruthy();
  expect(nonceOf(first["content-security-policy"])).not.toBe(nonceOf(second["content-security-policy"]));
  expect(first["content-security-policy"]).not.toContain("unsafe-eval");
  expect(first["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(first).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
  expect(first).not.toHaveProperty("x-powered-by");
});

/** A scan that has finished: the server's first one, or one of its own for a test that changes it. */
async function finishScan(request: APIRequestContext, own = false): Promise<string> {
  const listed = z.object({ scans: z.array(scanSummarySchema) });
  const started = own
    ? scanSchema.parse(await (await request.post("/api/scans", { data: {} })).json()).scan
    : listed.parse(await (await request.get("/api/scans")).json()).scans.at(-1);
  const path = `/api/scans/${started?.id}`;
  const status = async () => scanSchema.parse(await (await request.get(path)).json()).scan.status;
  await expect.poll(async () => ended.has(await status()), { timeout: 100_000 }).toBe(true);
  expect(await status()).toBe("finished");
  return started?.id ?? "";
}

async function readEvents(request: APIRequestContext, scanId: string, after?: number) {
  const headers = after === undefined ? {} : { "last-event-id": String(after) };
  const answer = await request.get(`/api/scans/${scanId}/events`, { headers });
  expect(answer.headers()["content-type"]).toContain("text/event-stream");
  const lines = (await answer.text()).match(/^data: .*$/gm) ?? [];
  return lines.map((line) => scanEventSchema.parse(JSON.parse(line.slice("data: ".length))));
}

/** `fetch` sets Host itself; a browser whose name server lies does not. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers: { host } }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    })
      .once("error", reject)
      .end();
  });
}
