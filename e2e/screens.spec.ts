import { expect, test } from "@playwright/test";
import {
  accessibilityProblems,
  awaitFirstReport,
  collectComplaints,
  demoScreens,
  looks,
  overflowOf,
  screens,
} from "./screens";

for (const { width, colorScheme } of looks) {
  test(`every screen is accessible, silent and within ${width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await awaitFirstReport(page);
    const complaints = collectComplaints(page);

    for (const path of [...screens, ...demoScreens]) {
      await test.step(path, async () => {
        await page.goto(path, { waitUntil: "load" });

        expect.soft(await accessibilityProblems(page)).toEqual([]);
        expect.soft(await overflowOf(page)).toBe(0);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expect(page.getByRole("main")).toHaveCount(1);
      });
    }

    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("every screen says that the data is a demo's", async ({ page }) => {
  await awaitFirstReport(page);
  for (const path of screens) {
    await page.goto(path);
    await expect(page.getByRole("note", { name: "Source of the data" })).toContainText("DEMO DATA");
  }
});

for (const path of [
  "/streams/111122223333/us-east-1/nope",
  "/scans/nope",
  "/policies/view?id=nope",
  "/findings/view?id=nope",
  "/nope",
]) {
  test(`${path} answers 404, so that scripts can tell`, async ({ page }) => {
    await awaitFirstReport(page);
    expect((await page.request.get(path)).status()).toBe(404);
  });
}
