import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { asffFinding, ocsfFinding, prowlerCsv } from "../lib/reports/reconcile/test-foreign-files";
import { accessibilityProblems, awaitFirstReport, collectComplaints, looks, overflowOf } from "./screens";

const arn = "arn:aws:kinesis:us-east-1:111122223333:stream/orders-events";
const check = "kinesis_stream_encrypted_at_rest";
const rows = [
  { check, status: "FAIL", arn, says: "It is not encrypted." },
  { check: "kinesis_stream_new", status: "PASS", arn: `${arn}-gone` },
  { check: "s3_bucket_public", status: "FAIL", arn: "arn:aws:s3:::a" },
];

test.beforeEach(async ({ page }) => awaitFirstReport(page));

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/findings");
  await page.getByRole("link", { name: "Reconcile" }).click();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Compare with the scan" }).click();
}

for (const { name, text } of [
  { name: "prowler.csv", text: prowlerCsv(rows) },
  { name: "prowler.ocsf.json", text: JSON.stringify(rows.map(ocsfFinding), null, 4) },
  {
    name: "security-hub.json",
    text: JSON.stringify({
      Findings: rows.map((row) =>
        asffFinding(row.check === check ? { ...row, check: "Kinesis.1", status: "FAILED" } : row),
      ),
    }),
  },
]) {
  test(`${name} is held to the scan, row by row`, async ({ page }) => {
    await upload(page, name, text);

    await expect(page.getByRole("heading", { name: "What came of 3 rows" })).toBeVisible();
    const disagree = page.getByRole("region", { name: "Disagree" });
    await expect(disagree.getByRole("row")).toHaveCount(2);
    await expect(disagree).toContainText("orders-events is encrypted with");
    await expect(disagree).toContainText("kinesis:DescribeStreamSummary");
    await expect(page.getByRole("region", { name: "Only there" })).toContainText(
      "No check of Weir asks the same.",
    );
    await expect(page.getByRole("region", { name: "Only here" })).toContainText("KDS-REST-01: the file does");
  });
}

test("what cannot be read is told with its line, and hostile text stays text", async ({ page }) => {
  const complaints = collectComplaints(page);
  const hostile = "<img src=x onerror=alert(1)>\u202E";
  const lines = [
    JSON.stringify(asffFinding({ check: "Kinesis.1", status: "FAILED", arn, says: hostile })),
    '{"SchemaVersion":',
    JSON.stringify(
      asffFinding({ check: hostile, status: hostile, arn: `${arn}${hostile}`.replace("/>", ">") }),
    ),
  ];
  await upload(page, "lines.jsonl", lines.join("\n"));

  const unreadable = page.getByRole("region", { name: "Could not be read" });
  await expect(unreadable.getByRole("row", { name: /^2 This is not JSON/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Disagree" })).toContainText("<img src=x onerror=alert(1)>");
  expect(await page.locator("main img").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a file that is no such file, or too large, is refused with what to do", async ({ page, request }) => {
  await upload(page, "notes.txt", "hello");
  await expect(page.getByText("It is neither JSON nor a CSV of Prowler's")).toBeVisible();

  const headers = { "content-type": "application/octet-stream" };
  const large = await request.post("/api/reconcile/json", {
    headers,
    data: Buffer.alloc(8 * 1024 * 1024 + 1, "["),
  });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain("prowler aws --service kinesis");
  const others = [
    { path: "/api/reconcile/pdf", headers, status: 404 },
    { path: "/api/reconcile/json", headers: { "content-type": "text/plain" }, status: 415 },
    { path: "/api/reconcile/json?scan=nope", headers, status: 404 },
    { path: "/api/reconcile/json?q=1", headers, status: 400 },
    { path: "/api/reconcile/json", headers: { ...headers, origin: "https://evil.example" }, status: 403 },
  ];
  for (const { path, headers: sent, status } of others)
    expect([path, (await request.post(path, { headers: sent, data: "[]" })).status()]).toEqual([
      path,
      status,
    ]);
});

test("the result is kept as a file", async ({ page }) => {
  await upload(page, "prowler.csv", prowlerCsv(rows));
  for (const [name, holds] of [
    ["Markdown", "# Weir: findings of another tool beside this scan"],
    ["JSON", '"schemaVersion": 1'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(holds);
  }
});

for (const { width, colorScheme } of looks) {
  test(`the result is accessible and within ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await upload(page, "prowler.csv", `${prowlerCsv(rows)}1;2\r\n`);
    await expect(page.getByRole("heading", { name: "What came of 4 rows" })).toBeVisible();

    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.screenshot({ path: `test-results/reconcile-${width}-${colorScheme}.png`, fullPage: true });
  });
}
