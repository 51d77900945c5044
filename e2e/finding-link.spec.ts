import { expect, test, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { buildDemoAccount } from "../lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, overflowOf } from "./screens";

const account = buildDemoAccount();
const scansSchema = z.object({ scans: z.array(z.object({ id: z.string(), status: z.string() })) });
const findingsSchema = z.object({ findings: z.array(z.object({ findingId: z.string() })) });

let aws: WireServer;
let server: LaunchedServer;
test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  aws = await startWireServer(account);
  server = await launchServer({ AWS_ENDPOINT_URL: aws.url, AWS_REGION: "us-east-1" });
  await scan(request, 1);
});
test.afterAll(async () => {
  await server.stop();
  await aws.close();
});

async function scan(request: APIRequestContext, count: number): Promise<void> {
  expect((await request.post(`${server.url}/api/scans`, { data: {} })).status()).toBe(202);
  const finished = async () =>
    scansSchema
      .parse(await (await request.get(`${server.url}/api/scans`)).json())
      .scans.filter(({ status }) => status === "finished").length;
  await expect.poll(finished, { timeout: 60_000 }).toBe(count);
}

test("the link of a finding leads to it, and still tells of it once it is fixed", async ({
  page,
  request,
}) => {
  const path = "/api/findings?check=KDS-SHR-01&stream=iot-telemetry&status=fail";
  const [finding] = findingsSchema.parse(await (await request.get(`${server.url}${path}`)).json()).findings;
  await page.goto(`${server.url}/findings?check=KDS-SHR-01&open=${finding?.findingId}`);
  await page.getByRole("link", { name: "Link to this finding" }).click();
  await expect(page).toHaveURL(/\/findings\/view\?id=[0-9a-f]{16}$/);
  const link = page.url();
  const said = page.getByText(/policy of iot-telemetry admits the whole account/);
  await expect(said).toBeVisible();
  await expect(page.getByRole("link", { name: "Fix it, and see what that would change" })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);

  const { "us-east-1": facts, ...others } = account.regions;
  const streams = facts?.streams.map((stream) => {
    const { resourcePolicy: _withdrawn, ...open } = stream;
    return stream.summary.StreamName === "iot-telemetry" ? open : stream;
  });
  aws.setAccount({
    ...account,
    regions: { ...others, ...(facts && streams && { "us-east-1": { ...facts, streams } }) },
  });
  await scan(request, 2);

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Not in the newest scan" })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole("link", { name: /^As it stood on/ }).click();
  await expect(said).toBeVisible();
  await expect(page.getByText("which is not the newest")).toBeVisible();
  await expect(page.getByRole("link", { name: "Fix it, and see what that would change" })).toHaveCount(0);
  await page.goBack();
  await page.getByRole("link", { name: "what changed since" }).click();
  await expect(page).toHaveURL(/\/compare\?from=.*&to=/);
  await expect(page.getByText(/policy of iot-telemetry admits the whole account/).first()).toBeVisible();
});
