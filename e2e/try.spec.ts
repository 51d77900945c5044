import { expect, test } from "@playwright/test";
import { awaitFirstReport } from "./screens";

const stream = "arn:aws:kinesis:us-east-1:111122223333:stream/orders-events";
const throughEndpoint = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "kinesis:Get*",
    "Resource": "${stream}",
    "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b" } }
  }
}`;

test.beforeEach(async ({ page }) => {
  await awaitFirstReport(page);
  await page.goto("/policies/try", { waitUntil: "networkidle" });
  await page.getByLabel("Who asks").fill("arn:aws:iam::111122223333:role/reader");
  await page.getByLabel("To do what").fill("kinesis:GetRecords");
  await page.getByLabel("To what", { exact: true }).fill(stream);
});

test("a policy is decided with the statement that decides, and the keys that would settle it", async ({
  page,
}) => {
  const decision = page.getByRole("region", { name: "Decision" });
  await page.getByLabel("Identity policy").fill(throughEndpoint);
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(decision.getByText("It depends")).toBeVisible();
  await expect(decision.getByRole("listitem").getByText("aws:SourceVpce")).toBeVisible();

  await page.getByLabel("What is known of the request").fill("aws:SourceVpce = vpce-0a1b");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(decision.getByText("Allowed", { exact: true })).toBeVisible();
  await expect(decision.getByRole("region", { name: "Text of Identity policy 1" })).toContainText(
    "kinesis:Get*",
  );

  await page.getByLabel("What is known of the request").fill("aws:SourceVpce = vpce-2");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(decision.getByText("Denied", { exact: true })).toBeVisible();
});

test("an error names where the document is wrong, and loses nothing that was typed", async ({ page }) => {
  const broken = throughEndpoint.replace('"Effect": "Allow",', '"Effect": "Perhaps",');
  await page.getByRole("button", { name: "Add an identity policy" }).click();
  await page.getByLabel("Identity policy 2").fill(broken);
  await page.getByRole("button", { name: "Decide" }).click();

  await expect(page.getByRole("region", { name: "Decision" })).toContainText("line 4, column");
  await expect(page.getByLabel("Identity policy 2")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Identity policy 1")).toHaveAttribute("aria-invalid", "false");
  await expect(page.getByLabel("Identity policy 2")).toHaveValue(broken);
  await expect(page.getByLabel("Who asks")).toHaveValue("arn:aws:iam::111122223333:role/reader");
});

test("what is known of a request is read line by line", async ({ page }) => {
  await page.getByLabel("What is known of the request").fill("aws:SourceVpce = x\nvpce-1");
  await page.getByRole("button", { name: "Decide" }).click();

  await expect(page.getByRole("region", { name: "Decision" })).toContainText("Line 2 is not");
});

test("the page begins with the policies of the principal that its address names", async ({ page }) => {
  const principal = "arn:aws:iam::111122223333:role/orders-stream-processor";
  const query = new URLSearchParams({ principal, stream, action: "kinesis:PutRecord" });
  await page.goto(`/policies/try?${query.toString()}`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Decide" }).click();

  await expect(
    page.getByRole("region", { name: "Decision" }).getByText("Allowed", { exact: true }),
  ).toBeVisible();
});

test("the route decides as the command does, and refuses what it does not understand", async ({
  request,
}) => {
  const ask = (data: object) => request.post("/api/simulate", { data });
  const asked = {
    principal: "arn:aws:iam::111122223333:role/reader",
    action: "kinesis:GetRecords",
    resource: stream,
  };
  const answer = await ask({ request: asked, policies: { identityPolicies: [throughEndpoint] } });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    decision: "undetermined",
    undeterminedKeys: ["aws:SourceVpce"],
  });

  expect((await ask({ request: { ...asked, action: "nothing" }, policies: {} })).status()).toBe(400);
  expect((await ask({ request: { ...asked, principal: "nobody" }, policies: {} })).status()).toBe(400);
  expect(
    (await ask({ request: asked, policies: { identityPolicies: ["x".repeat(600_000)] } })).status(),
  ).toBe(413);
});
