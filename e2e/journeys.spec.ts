import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { awaitFirstReport, demoStream } from "./screens";

test.beforeEach(async ({ page }) => awaitFirstReport(page));

test("from starting a scan to the statement behind a failing check", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  await expect(page).toHaveURL(/\/scans\/[\w-]+$/);
  await page.getByRole("link", { name: "Show the results" }).click({ timeout: 100_000 });

  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Streams" }).click();
  // The overview names streams as well, and leads to another part of theirs.
  await expect(page.getByRole("heading", { level: 1, name: "Streams" })).toBeVisible();
  await page.getByRole("link", { name: "orders-events", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Checklist" })
    .getByRole("link", { name: /No policy allows every action on every resource/ })
    .click();

  await expect(page).toHaveURL(/check=KDS-LP-01/);
  const verdict = page.getByRole("article");
  await expect(verdict.getByText("Fail, critical")).toBeVisible();
  const document = verdict.getByRole("region", { name: /legacy-operations/ });
  await expect(document.getByText('"Action": "*"')).toBeVisible();
});

test("a running scan tells what it reads, and ends in its results without a reload", async ({ page }) => {
  await page.goto("/scans");
  await page.getByRole("button", { name: "Start scan" }).click();
  await expect(page).toHaveURL(/\/scans\/[\w-]+$/);

  await expect(page.getByRole("link", { name: "Show the results" })).toBeVisible({ timeout: 100_000 });
  await expect(page.getByRole("main").getByText("Finished", { exact: true })).toBeVisible();
});

test("a scan that cannot be started says why, and stays where the choices are", async ({ page }) => {
  await page.goto("/scans");
  await page.getByRole("textbox", { name: "Regions" }).fill("the moon");
  await page.getByRole("button", { name: "Start scan" }).click();

  await expect(page.getByRole("main").getByRole("alert")).toContainText("Region");
  await expect(page).toHaveURL(/\/scans$/);
});

test("filter, sort and search stand in the address, so that a view can be shared", async ({
  page,
  browser,
}) => {
  await page.goto("/streams");
  await page.getByRole("link", { name: "us-east-1", exact: true }).click();
  await expect(page).toHaveURL(/region=us-east-1/);
  await page.getByRole("columnheader", { name: "Stream" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=name/);
  await page.getByRole("searchbox").fill("fraud");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=fraud/);
  await expect(page.getByRole("heading", { name: "2 streams" })).toBeVisible();

  const other = await browser.newPage();
  await other.goto(page.url());
  const names = await other.getByRole("rowheader").getByRole("link").allTextContents();
  expect(names).toEqual(["fraud-cases", "fraud-signals"]);
  await expect(other.getByRole("columnheader", { name: "Stream" })).toHaveAttribute("aria-sort", "ascending");
  await other.close();
});

test("a filter that leaves nothing says which part of it to drop", async ({ page }) => {
  await page.goto("/streams?q=fraud&encryption=none");

  await expect(page.getByText("No stream fits the filter")).toBeVisible();
  await page.getByRole("link", { name: "Drop “Encryption: None”" }).click();
  await expect(page.getByRole("heading", { name: "2 streams" })).toBeVisible();
});

test("the CSV of a filtered page holds the findings that the page counts", async ({ page }) => {
  await page.goto("/findings?status=fail&severity=critical");
  const shown = await page.getByText("Fail, critical").count();
  const download = page.waitForEvent("download");
  await page.getByText("Export", { exact: true }).click();
  await page.getByRole("link", { name: "CSV a row a finding" }).click();

  const text = await readFile(await (await download).path(), "utf8");
  const lines: unknown[] = parse(text, { columns: true });
  expect(shown).toBeGreaterThan(0);
  expect(lines).toHaveLength(shown);
});

test("a finding opens to its streams, and its address opens it again", async ({ page }) => {
  await page.goto("/findings?check=KDS-REST-01");
  await page
    .getByRole("link", { name: /is not encrypted at rest/ })
    .first()
    .click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole("heading", { name: "1 stream affected" })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "1 stream affected" })).toBeVisible();
});

test("the chosen set of checks stays while one goes on", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Course checks" }).click();
  await expect(page).toHaveURL(/set=course/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Findings" }).click();

  await expect(page).toHaveURL(/\/findings\?set=course/);
  await expect(page.getByText("extended", { exact: false })).toHaveCount(0);
});

test("a chosen theme comes with the first byte of the next page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Theme" }).first().selectOption("dark");

  const html = await (await page.request.get(demoStream)).text();
  expect(html).toMatch(/<html[^>]*data-theme="dark"/);
});

test("by keyboard alone: skip to the content, search by /, open a stream and its check", async ({ page }) => {
  await page.goto("/streams");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("orders");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "1 stream" })).toBeVisible();

  await page.getByRole("link", { name: "orders-events", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "orders-events" })).toBeVisible();
  const check = page
    .getByRole("navigation", { name: "Checklist" })
    .getByRole("link", { name: /The key is rotated/ });
  await check.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").getByRole("heading", { name: "The key is rotated" })).toBeVisible();
});

test("what a check of streams says of the account itself is about the account, and not of no stream", async ({
  page,
}) => {
  await page.goto("/findings?check=KDS-LP-07");
  const ofAccount = page
    .getByRole("listitem")
    .filter({ hasText: "administrators of the account in one step" });
  await expect(ofAccount).toContainText("about an account");
  await expect(page.getByText("affects 0 streams")).toHaveCount(0);
});
