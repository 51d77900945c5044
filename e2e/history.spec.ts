import { expect, test, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, demoStream, overflowOf } from "./screens";

const scansSchema = z.object({
  scans: z.array(z.object({ id: z.string(), status: z.string(), pinned: z.boolean() })),
});

let server: LaunchedServer;
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  server = await launchServer({ WEIR_DEMO: "1" });
  await expect.poll(async () => (await finished(request)).length, { timeout: 60_000 }).toBe(1);
  expect((await request.post(`${server.url}/api/scans`, { data: {} })).status()).toBe(202);
  await expect.poll(async () => (await finished(request)).length, { timeout: 60_000 }).toBe(2);
});
test.afterAll(() => server.stop());

test("scores over time stand on the overview and on a stream, with a table that says the same", async ({
  page,
}) => {
  for (const path of ["/", `${demoStream}?tab=data`]) {
    await page.goto(`${server.url}${path}`);
    await expect(page.getByRole("img", { name: /^Score of .* over 2 scans$/ })).toBeVisible();
    await page.getByText("As a table").click();
    const table = page.getByRole("table", { name: /^Score of .* over 2 scans$/ });
    await expect(table.getByRole("row")).toHaveCount(3);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  }
});

test("a finding says since when it stands", async ({ page, request }) => {
  const answer = await (await request.get(`${server.url}/api/findings?check=KDS-OPS-02&status=fail`)).json();
  const [finding] = z
    .object({ findings: z.array(z.object({ findingId: z.string() })) })
    .parse(answer).findings;
  await page.goto(`${server.url}/findings?check=KDS-OPS-02&open=${finding?.findingId}`);
  await expect(page.getByText(/^Stands since .*, in 2 scans in a row\.$/)).toBeVisible();
});

test("a scan is kept on purpose, and let go again; the journal says who did", async ({ page, request }) => {
  await page.goto(`${server.url}/scans`);
  const keep = page.getByRole("button", { name: /^Keep the scan/ }).last();
  await keep.click();
  await expect(keep).toHaveAttribute("aria-pressed", "true");
  expect((await finished(request)).filter(({ pinned }) => pinned)).toHaveLength(1);
  await page.goto(`${server.url}/waivers`);
  await expect(page.getByRole("cell", { name: "Scan kept or let go" })).toBeVisible();
});

test("scans are kept for so many days, and nothing but a number is taken for that", async ({
  page,
  request,
}) => {
  await page.goto(`${server.url}/settings`);
  const days = page.getByLabel("Keep scans for so many days");
  const save = page.getByRole("region", { name: "Old scans" }).getByRole("button", { name: "Save days" });
  await days.fill("many");
  await save.click();
  await expect(page.getByText("days:")).toBeVisible();
  await days.fill("30");
  await save.click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await (await request.get(`${server.url}/api/retention`)).json()).toEqual({
    retention: { days: 30 },
  });
  expect(await finished(request)).toHaveLength(2);
  expect(await accessibilityProblems(page)).toEqual([]);
});

async function finished(request: APIRequestContext) {
  const { scans } = scansSchema.parse(await (await request.get(`${server.url}/api/scans`)).json());
  return scans.filter(({ status }) => status === "finished");
}
