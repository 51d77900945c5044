import { expect, test } from "@playwright/test";

test("the home page answers 200 and leaves nothing in the console", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const response = await page.goto("/", { waitUntil: "load" });

  expect(response?.status()).toBe(200);
  expect(complaints).toEqual([]);
});

test("the browser under test has letters to draw, so that a picture or a PDF is not blank", async ({
  page,
}) => {
  await page.setContent(`<span style="font: 48px sans-serif">MMMM</span>`);

  expect(await page.getByText("MMMM").evaluate((span) => span.getBoundingClientRect().width)).toBeGreaterThan(
    100,
  );
});
