import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { z } from "zod";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, overflowOf } from "./screens";

const findingsSchema = z.object({
  findings: z.array(
    z.object({
      findingId: z.string(),
      checkId: z.string(),
      streams: z.number(),
      streamArns: z.array(z.string()),
    }),
  ),
});
const waiversSchema = z.object({
  waivers: z.array(z.object({ id: z.string(), checkId: z.string(), state: z.string() })),
});
const day = (fromNow: number) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

let server: LaunchedServer;
// A server of its own: what is accepted here would change what other tests see.
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  server = await launchServer({ WEIR_DEMO: "1" });
  await expect
    .poll(async () => (await request.get(`${server.url}/api/streams`)).status(), { timeout: 60_000 })
    .toBe(200);
});
test.afterAll(() => server.stop());

test("a finding is accepted until a day, leaves the score, and counts again when that is withdrawn", async ({
  page,
  request,
}) => {
  const [finding] = await failing(request, "check=KDS-OPS-02");
  await page.goto(`${server.url}/findings?check=KDS-OPS-02&open=${finding?.findingId}`);
  await page.getByRole("link", { name: "Accept this finding until a day" }).click();
  await expect(page.getByRole("heading", { name: "Accept a finding" })).toBeVisible();
  await fill(page, { owner: "data-platform", until: day(30), words: "Replays come from the archive" });
  await page.getByRole("button", { name: "Accept" }).click();

  await expect(page.getByText("In force")).toBeVisible();
  await expect(page.getByText("data-platform: Replays come from the archive")).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  expect(await failing(request, "check=KDS-OPS-02")).not.toContainEqual(finding);

  await page.goto(`${server.url}/findings?check=KDS-OPS-02&status=waived&open=${finding?.findingId}`);
  await expect(page.getByText("Accepted by data-platform until")).toBeVisible();

  await page.goto(`${server.url}/waivers`);
  await page.getByRole("button", { name: /^Withdraw the waiver of KDS-OPS-02/ }).click();
  await expect(page.getByText("Nothing is accepted")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Waiver withdrawn" })).toBeVisible();
  expect(await failing(request, "check=KDS-OPS-02")).toContainEqual(finding);
});

test("what a filter leaves is shown before it is accepted, and what was unticked stays open", async ({
  page,
  request,
}) => {
  const before = await failing(request, "check=KDS-REST-02");
  expect(before.length).toBeGreaterThan(1);
  await page.goto(`${server.url}/findings?check=KDS-REST-02&status=fail`);
  await page.getByRole("link", { name: "Accept these" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(before.length);
  await page.getByRole("checkbox").first().uncheck();
  await fill(page, { owner: "security", until: day(365), words: "The AWS managed key is enough here" });
  await page.getByRole("button", { name: "Accept" }).click();

  await expect(page.getByRole("heading", { name: `${before.length - 1} accepted finding` })).toBeVisible();
  expect(await failing(request, "check=KDS-REST-02")).toHaveLength(1);
});

test("what cannot be is said at its field, and nothing typed is lost", async ({ page }) => {
  await page.goto(`${server.url}/waivers/new?check=KDS-LP-01`);
  await fill(page, { owner: "", until: day(800), words: "r" });
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("is missing")).toBeVisible();
  await page.getByRole("textbox", { name: "Owner" }).fill("security");
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText(/is too far \(at the latest \d{4}-\d\d-\d\d\)/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("r");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("a finding of one stream of several is accepted there alone", async ({ page, request }) => {
  const wide = (await failing(request, "check=KDS-SOD-01")).find(({ streams }) => streams > 2);
  await page.goto(`${server.url}/waivers/new?finding=${wide?.findingId}`);
  const streams = page.getByRole("group", { name: "Only on some of its streams" }).getByRole("checkbox");
  await expect(streams).toHaveCount(wide?.streams ?? 0);
  await streams.first().check();
  await fill(page, { owner: "security", until: day(10), words: "A processor by design" });
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("on 1 stream alone")).toBeVisible();
  const left = (await failing(request, "check=KDS-SOD-01")).map(({ findingId }) => findingId);
  expect(left).toContain(wide?.findingId);
});

test("the list of readers is confirmed for a stream, and stays somebody's word", async ({ page }) => {
  await page.goto(`${server.url}/streams/111122223333/us-east-1/orders-events?check=KDS-LP-09`);
  await expect(page.getByText("Nobody has confirmed it.")).toBeVisible();
  await page.getByRole("link", { name: "Confirm it until a day" }).click();
  await fill(page, { owner: "orders team", until: day(90), words: "Looked through in November" });
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "1 confirmation" })).toBeVisible();

  await page.goto(`${server.url}/streams/111122223333/us-east-1/orders-events?check=KDS-LP-09`);
  await expect(page.getByText(/Confirmed by orders team until .*: Looked through in November/)).toBeVisible();
});

test("the interface refuses by name what it cannot keep", async ({ request }) => {
  const refused = async (path: string, data: unknown) => {
    const response = await request.post(`${server.url}${path}`, { data });
    return {
      status: response.status(),
      ...z.object({ error: z.object({ message: z.string() }) }).parse(await response.json()),
    };
  };
  const shared = { owner: "o", reason: "r", expiresOn: day(1) };

  expect(await refused("/api/waivers", { ...shared, findingIds: ["0000000000000000"] })).toMatchObject({
    status: 409,
    error: { message: "The newest report has no finding 0000000000000000." },
  });
  expect((await refused("/api/waivers", { ...shared, findingIds: ["x"], who: 1 })).error.message).toContain(
    "who",
  );
  expect(
    (await refused("/api/waivers", { ...shared, findingIds: [], expiresOn: "soon" })).error.message,
  ).toMatch(/expiresOn: is not a day.*findingIds: names no finding/);
  const [unknown] = findingsSchema.parse(
    await (await request.get(`${server.url}/api/findings?status=unknown`)).json(),
  ).findings;
  expect(
    (await refused("/api/waivers", { ...shared, findingIds: [unknown?.findingId] })).error.message,
  ).toContain("What could not be read cannot be accepted.");
  const word = { owner: "o", statement: "s", streamArns: ["arn:aws:kinesis:::stream/x"] };
  expect(
    (await refused("/api/attestations", { ...word, checkId: "KDS-LP-09", expiresOn: day(300) })).error
      .message,
  ).toContain("is too far");
  expect(
    (await refused("/api/attestations", { ...word, checkId: "KDS-LP-01", expiresOn: day(3) })).error.message,
  ).toBe("checkId: KDS-LP-01 is not answered by somebody's word");
  expect((await request.delete(`${server.url}/api/waivers/nope`)).status()).toBe(404);
  const { waivers } = waiversSchema.parse(await (await request.get(`${server.url}/api/waivers`)).json());
  expect(new Set(waivers.map(({ state }) => state))).toEqual(new Set(["in-force"]));
});

async function failing(request: APIRequestContext, query: string) {
  const answer = await request.get(`${server.url}/api/findings?status=fail&${query}`);
  return findingsSchema.parse(await answer.json()).findings;
}

async function fill(page: Page, { owner, until, words }: { owner: string; until: string; words: string }) {
  await page.getByRole("textbox", { name: "Owner" }).fill(owner);
  await page.getByLabel("Until").fill(until);
  await page.getByRole("textbox", { name: /^(Reason|What is confirmed)/ }).fill(words);
}
