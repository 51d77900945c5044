import { expect, test } from "@playwright/test";
import { awaitFirstReport, demoStream } from "./screens";

const role = "arn:aws:iam::111122223333:role/orders-stream-processor";
const matrix = `${demoStream}?tab=who`;

test.beforeEach(async ({ page }) => awaitFirstReport(page));

test("the matrix says who can do what, and its filters stand in the address", async ({ page }) => {
  await page.goto(demoStream);
  await page
    .getByRole("navigation", { name: "Parts of this stream" })
    .getByRole("link", { name: "Who can" })
    .click();
  await expect(page).toHaveURL(/tab=who/);
  await expect(page.getByText(/Administrators aside, .* can read this stream/)).toBeVisible();
  const table = page.getByRole("table", { name: "Who can do what to this stream" });
  await expect(table.getByRole("link", { name: "orders-stream-processor, Consume: Allowed" })).toBeVisible();

  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page).toHaveURL(/kind=user/);
  await expect(table.getByRole("rowheader", { name: /lena\.fischer/ })).toBeVisible();
  await expect(table.getByRole("rowheader", { name: /orders-stream-processor/ })).toHaveCount(0);

  await page.getByRole("searchbox").fill("nobody-of-that-name");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No principal fits the filter")).toBeVisible();
  await page.getByRole("link", { name: "Drop “Search: nobody-of-that-name”" }).click();
  await expect(table.getByRole("rowheader", { name: /lena\.fischer/ })).toBeVisible();
});

test("by keyboard alone: from mark to mark, and open the way behind one", async ({ page }) => {
  await page.goto(matrix);
  const administer = page.getByRole("link", { name: "orders-stream-processor, Administer: Allowed" });
  const produce = page.getByRole("link", { name: "orders-stream-processor, Produce: Allowed" });
  await administer.focus();
  // Client code has to be there before an arrow means anything.
  await expect(async () => {
    await administer.focus();
    await page.keyboard.press("ArrowRight");
    await expect(produce).toBeFocused({ timeout: 500 });
  }).toPass();
  const before = await produce.boundingBox();
  await page.keyboard.press("Enter");

  const way = page.getByRole("article", { name: "orders-stream-processor: Produce" });
  await expect(way.getByText("orders-stream-processor can write to this stream.")).toBeVisible();
  await expect(way.getByRole("region", { name: /orders-stream-processing/ })).toContainText(
    "kinesis:PutRecord",
  );
  await expect(
    way.getByText(/kms:GenerateDataKey on the customer managed key, and that is allowed/),
  ).toBeVisible();
  await expect(produce).toBeFocused();
  expect(await produce.boundingBox()).toEqual(before);
});

test("the address of a cell opens it again", async ({ page }) => {
  await page.goto(`${matrix}&principal=${encodeURIComponent(role)}&duty=consume`);

  const way = page.getByRole("article", { name: "orders-stream-processor: Consume" });
  await expect(way.getByRole("heading", { name: "Who can become it" })).toBeVisible();
  await expect(page.getByRole("link", { name: "orders-stream-processor, Consume: Allowed" })).toHaveAttribute(
    "aria-current",
    "true",
  );
});

test("those who stand apart are counted, and open to see", async ({ page }) => {
  await page.goto("/streams/111122223333/us-east-1/inventory-snapshots?tab=who");
  await page.getByText(/principals? whose policies could not be read may hold anything/).click();
  await expect(page.getByRole("rowheader", { name: /nightly-export/ })).toBeVisible();

  await page.getByText(/account administrators, and the root user/).click();
  await expect(page.getByRole("link", { name: "ops-legacy", exact: true })).toBeVisible();
});

test("a stream of which not everything could be read says so over its matrix", async ({ page }) => {
  await page.goto("/streams/111122223333/us-east-1/audit-trail?tab=who");

  await expect(page.getByRole("region", { name: "What could not be read" })).toContainText(
    "kinesis:GetResourcePolicy",
  );
});

test("a principal's page tells what it is, and every stream that it reaches", async ({ page }) => {
  await page.goto("/principals");
  await page.getByRole("searchbox").fill("orders-stream-processor");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "orders-stream-processor", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1, name: "orders-stream-processor" })).toBeVisible();
  await expect(page.getByText(/^Reaches \d+ of 14 streams: can administer/)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "orders-events", exact: true }).click();
  await expect(page).toHaveURL(/tab=who&principal=/);
});

test("principals are found by what they hold, from other accounts too", async ({ page }) => {
  await page.goto("/principals");
  await page.getByRole("link", { name: "External", exact: true }).click();
  await expect(page).toHaveURL(/kind=external/);
  await expect(page.getByRole("rowheader", { name: /profile-insights/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /ops-legacy/ })).toHaveCount(0);

  await page.goto("/principals");
  await page.getByRole("link", { name: "Is administrator" }).click();
  await expect(page).toHaveURL(/holds=administrator/);
  await expect(page.getByRole("rowheader", { name: /ops-legacy/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /orders-stream-processor/ })).toHaveCount(0);
});

test("a policy's page tells what each statement reaches, and who holds what by it", async ({ page }) => {
  const id = "arn:aws:iam::111122223333:policy/orders-stream-processing";
  await page.goto(`/policies/view?id=${encodeURIComponent(id)}`);

  const reach = page.getByRole("region", { name: "What its statements reach" });
  await expect(reach).toContainText(/By it 1 principal holds .*consume.* on \d+ stream/);
  await expect(
    page
      .getByRole("region", { name: "Who holds a duty by it" })
      .getByRole("link", { name: "orders-stream-processor" }),
  ).toBeVisible();
});

test("the overview leads to those who hold a duty on a stream", async ({ page }) => {
  await page.goto("/");
  const row = page
    .getByRole("table", { name: "How many principals hold each duty on a stream" })
    .getByRole("row", { name: /orders-events/ });
  await row.getByRole("link", { name: /^Produce:/ }).click();

  await expect(page).toHaveURL(/orders-events\?.*holds=produce/);
  await expect(page.getByRole("rowheader", { name: /svc-orders-producer/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /lena\.fischer/ })).toHaveCount(0);
});

for (const arn of ["nope", "arn:aws:iam::111122223333:role/nope"]) {
  test(`a principal that the scan never saw, ${arn}, answers 404`, async ({ page }) => {
    expect((await page.request.get(`/principals/view?arn=${encodeURIComponent(arn)}`)).status()).toBe(404);
  });
}
