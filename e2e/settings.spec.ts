import { expect, test, type Page } from "@playwright/test";
import { z } from "zod";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, overflowOf } from "./screens";

const settingsSchema = z.object({ settings: z.record(z.string(), z.unknown()) });
const streamsSchema = z.object({ scanId: z.string(), streams: z.array(z.object({ name: z.string() })) });

let server: LaunchedServer;
// A server of its own: what is declared here would change what other tests see.
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  server = await launchServer({ WEIR_DEMO: "1" });
  await expect
    .poll(async () => (await request.get(`${server.url}/api/streams`)).status(), { timeout: 60_000 })
    .toBe(200);
});
test.afterAll(() => server.stop());

test("a setting judges the newest scan again, without another scan", async ({ page, request }) => {
  const scanIds = async () =>
    streamsSchema.parse(await (await request.get(`${server.url}/api/streams`)).json());
  const before = await scanIds();
  expect(await statusOfTags(page)).toBe("Pass");

  await page.goto(`${server.url}/settings`);
  await page.getByRole("textbox", { name: "Tags that every stream has to carry" }).fill("cost-center, team");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, and the newest scan was judged again.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Tags that every stream has to carry" })).toHaveValue(
    "cost-center, team",
  );
  expect(await statusOfTags(page)).toBe("Fail, low");
  expect((await scanIds()).scanId).toBe(before.scanId);

  await page.goto(`${server.url}/settings`);
  await page.getByRole("button", { name: "Use the defaults" }).click();
  await expect(page.getByRole("textbox", { name: "Tags that every stream has to carry" })).toHaveValue("");
  expect(await statusOfTags(page)).toBe("Pass");
});

test("what cannot be is said at its field, and nothing typed is lost", async ({ page, request }) => {
  await page.goto(`${server.url}/settings`);
  const known = page.getByRole("textbox", { name: "Known accounts" });
  await known.fill("111122223333, 12");
  await page.getByRole("textbox", { name: "Oldest access key, in days" }).fill("ninety");
  await page.getByRole("button", { name: "Save", exact: true }).click();

  await expect(page.getByText('"12" is not an account id, which has 12 digits')).toBeVisible();
  await expect(page.getByText("must be a whole number")).toBeVisible();
  await expect(known).toHaveAttribute("aria-invalid", "true");
  await expect(known).toHaveValue("111122223333, 12");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  const { settings } = settingsSchema.parse(await (await request.get(`${server.url}/api/settings`)).json());
  expect(settings["knownAccountIds"]).toBeUndefined();
});

test("a setting that is not one is refused by name", async ({ request }) => {
  const { settings } = settingsSchema.parse(await (await request.get(`${server.url}/api/settings`)).json());
  const answer = await request.put(`${server.url}/api/settings`, { data: { ...settings, fipsNeeded: true } });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("fipsNeeded");
});

async function statusOfTags(page: Page): Promise<string> {
  await page.goto(`${server.url}/streams/111122223333/us-east-1/orders-events?check=KDS-OPS-03`);
  return page
    .getByRole("article")
    .getByText(/^(?:Pass|Fail, low)$/)
    .first()
    .innerText();
}
