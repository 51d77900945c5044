import { expect, test } from "@playwright/test";
import { demoStream, overflowOf, screens } from "./screens";

/** A4 and Letter, turned, within their margins. */
const paperWidths = [965, 1032];

for (const width of paperWidths) {
  test(`every page fits on paper of ${width} px, light, without what can only be clicked`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({
      viewport: { width, height: 700 },
      colorScheme: "dark",
      ...(baseURL !== undefined && { baseURL }),
    });
    const page = await context.newPage();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const path of screens) {
      await page.goto(path, { waitUntil: "load" });
      expect.soft(await overflowOf(page), path).toBe(0);
      await expect.soft(page.locator("html"), path).toHaveCSS("background-color", "rgb(255, 255, 255)");
      await expect.soft(page.locator("html"), path).toHaveCSS("color", "rgb(20, 24, 29)");
      await expect
        .soft(page.getByText(/^Weir · Account 111122223333 · .* · scanned .* UTC/), path)
        .toBeVisible();
      await expect
        .soft(page.getByRole("button", { name: /^(Search|Export|Scan|Delete|Start scan)$/ }), path)
        .toHaveCount(0);
      for (const table of await page.locator("table.rows").all())
        expect
          .soft(
            await table.evaluate((each) => each.scrollWidth <= (each.parentElement?.clientWidth ?? 0)),
            path,
          )
          .toBe(true);
    }
    await context.close();
  });
}

test("paper shows the filters in force and no others, and names whole", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/streams?region=us-east-1");
  await expect(page.getByRole("group", { name: "Region" })).toBeVisible();
  await expect(page.getByRole("link", { name: "eu-west-1" })).toBeHidden();
  await expect(page.getByRole("group", { name: "Grade" })).toHaveCount(0);

  await page.goto(demoStream);
  const arn = page.getByRole("button", { name: /^Copy arn:aws:kinesis/ });
  const whole = await arn.evaluate((button) => getComputedStyle(button, "::after").content);
  expect(whole).toBe('"arn:aws:kinesis:us-east-1:111122223333:stream/orders-events"');
});
