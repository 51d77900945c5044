import { expect, test } from "@playwright/test";
import { launchServer, noCredentials, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, collectComplaints, looks, overflowOf } from "./screens";

const roleArn = "arn:aws:iam::111122223333:role/weir";

let server: LaunchedServer;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await launchServer(noCredentials);
});
test.afterAll(() => server.stop());

for (const { width, colorScheme } of looks) {
  test(`what a first visitor sees is accessible, silent and within ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    for (const path of ["/", "/connect", "/preflight", "/scans", "/streams"]) {
      await page.goto(`${server.url}${path}`, { waitUntil: "load" });
      expect.soft(await accessibilityProblems(page), path).toEqual([]);
      expect.soft(await overflowOf(page), path).toBe(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("a check without credentials says that there are none, and what to do", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1, name: "Welcome to Weir" })).toBeVisible();
  await page.getByRole("button", { name: "Check access" }).click();

  await expect(page).toHaveURL(/\/preflight$/);
  const note = page.getByRole("note", { name: "Why access could not be checked" });
  await expect(note).toContainText("No AWS credentials were found.");
  await expect(note).toContainText("aws sso login");
  await expect(page.getByRole("heading", { name: "Who asks, and whom" })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("a profile that is not there is named in the answer, and stands in the form again", async ({ page }) => {
  await page.goto(`${server.url}/connect`);
  await page.getByRole("textbox", { name: "Profile" }).fill("nobody");
  await page.getByRole("textbox", { name: "Profile" }).press("Tab");
  await page.getByRole("button", { name: "Check access" }).press("Enter");

  const note = page.getByRole("note", { name: "Why access could not be checked" });
  await expect(note).toContainText("for the profile nobody");
  await page.getByRole("link", { name: "Change the choices" }).click();
  await expect(page.getByRole("textbox", { name: "Profile" })).toHaveValue("nobody");
});

test("choices are remembered when a scan starts, shown whole, offered again, and forgotten", async ({
  page,
  request,
}) => {
  const remembered = async () => (await request.get(`${server.url}/api/connection`)).json();
  expect(await remembered()).toEqual({ connection: null });
  await page.goto(`${server.url}/connect`);
  await page.getByRole("textbox", { name: "Regions" }).fill("eu-west-1, us-east-1");
  await page.getByRole("textbox", { name: "Profile" }).fill("");
  await page.getByRole("textbox", { name: "Role ARN" }).fill(roleArn);
  await page.getByRole("textbox", { name: "External id" }).fill("x-17");
  await page.getByRole("button", { name: "Start scan" }).click();
  await expect(page.getByRole("note", { name: "How the scan ended" })).toContainText("No AWS credentials");
  expect(await remembered()).toEqual({
    connection: { roleArn, externalId: "x-17", regions: ["eu-west-1", "us-east-1"] },
  });

  await page.goto(`${server.url}/scans`);
  await expect(page.getByRole("textbox", { name: "Regions" })).toHaveValue("eu-west-1, us-east-1");
  await expect(page.getByRole("textbox", { name: "External id" })).toHaveValue("x-17");
  await page.goto(`${server.url}/connect`);
  const panel = page.getByRole("region", { name: "Remembered" });
  for (const text of ["eu-west-1, us-east-1", "x-17"]) await expect(panel).toContainText(text);
  await expect(panel.getByRole("button", { name: `Copy ${roleArn}` })).toBeVisible();
  await panel.getByRole("button", { name: "Forget" }).press("Enter");

  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Role ARN" })).toHaveValue("");
  await expect(page.getByRole("main")).toBeFocused();
  expect(await remembered()).toEqual({ connection: null });
});

test("choices are not remembered where that was not wanted", async ({ page, request }) => {
  await page.goto(`${server.url}/connect`);
  await page.getByRole("textbox", { name: "Regions" }).fill("eu-north-1");
  await page.getByRole("checkbox", { name: "Remember these choices" }).press("Space");
  await page.getByRole("button", { name: "Start scan" }).click();
  await expect(page).toHaveURL(/\/scans\/[\w-]+$/);

  expect(await (await request.get(`${server.url}/api/connection`)).json()).toEqual({ connection: null });
});

test("one click leads from the first page to the demo's results, which say what they are", async ({
  page,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole("note", { name: "Source of the data" })).toHaveCount(0);
  await page.getByRole("button", { name: "Scan the demo account" }).click();
  await page.getByRole("link", { name: "Show the results" }).click({ timeout: 100_000 });

  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page.getByRole("note", { name: "Source of the data" })).toContainText("DEMO DATA");
  await page.getByRole("banner").getByRole("link", { name: "Connect your account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Connect" })).toBeVisible();
});

test("by keyboard alone: a scan is deleted after a question, and kept when it is not meant", async ({
  page,
}) => {
  await page.goto(`${server.url}/scans`);
  const before = await page.getByRole("rowheader").count();
  const remove = page.getByRole("button", { name: /^Delete the scan of 111122223333/ });
  const question = page.getByRole("dialog", { name: "Delete this scan?" });
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(remove).toBeFocused();
  expect(await page.getByRole("rowheader").count()).toBe(before);

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(remove).toHaveCount(0);
  await expect(page.getByRole("rowheader")).toHaveCount(before - 1);
  await expect(page.getByRole("main")).toBeFocused();
  // Its report was the last one.
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1, name: "The last scan failed" })).toBeVisible();
});

test("a scan is deleted from its own page too", async ({ page }) => {
  await page.goto(`${server.url}/scans`);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/scans\/[\w-]+$/);
  const address = page.url();
  await page.getByRole("button", { name: /^Delete the scan/ }).click();
  await page.getByRole("button", { name: "Delete scan" }).click();

  await expect(page).toHaveURL(/\/scans$/);
  expect((await page.request.get(address)).status()).toBe(404);
});
