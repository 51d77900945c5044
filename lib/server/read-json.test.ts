import { expect, it } from "vitest";
import { readJson } from "@/lib/server/read-json";
import { accessInputSchema, connectionOf, scanInputSchema, toScanRequest } from "@/lib/server/scan-input";

it("reads a scan that is asked for, with the defaults of what is left out", async () => {
  const input = await readJson(
    post('{"regions":["eu-west-1"],"quotaShare":0.5,"onDemand":["last-accessed","last-accessed"]}'),
    scanInputSchema,
  );

  expect(toScanRequest(input, { kind: "aws" })).toEqual({
    source: { kind: "aws" },
    regions: ["eu-west-1"],
    allRegions: false,
    onDemand: ["last-accessed"],
    set: "full",
    quotaShare: 0.5,
  });
});

it("keeps in the request what reaches the account, and not what the server is to do about it", async () => {
  const roleArn = "arn:aws:iam::111122223333:role/weir";
  const asked = { demo: true, remember: true, roleArn, externalId: "x1", regions: [], allRegions: false };
  const input = await readJson(post(JSON.stringify(asked)), scanInputSchema);

  expect(toScanRequest(input, { kind: "aws" })).toEqual({
    source: { kind: "aws" },
    regions: [],
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: 0.25,
    roleArn,
    externalId: "x1",
  });
  expect(connectionOf(input)).toEqual({ roleArn, externalId: "x1" });
});

it("takes for a check of access what the form of a scan holds", async () => {
  const wish = { regions: ["eu-west-1"], onDemand: ["event-history", "last-accessed"] };

  expect(await readJson(post(JSON.stringify(wish)), accessInputSchema)).toEqual(wish);
});

it.each([
  { body: "", says: "is not JSON" },
  { body: "{", says: "is not JSON" },
  { body: "[]", says: "body:" },
  { body: '{"endpoint":"http://169.254.169.254"}', says: "endpoint" },
  { body: '{"source":{"kind":"endpoint"}}', says: "source" },
  { body: '{"onDemand":["records"]}', says: "onDemand.0:" },
  { body: '{"quotaShare":0.95}', says: "quotaShare:" },
  { body: '{"regions":["us-east-1/../x"]}', says: "regions.0:" },
  { body: '{"regions":["us-east-1.evil.example"]}', says: "regions.0:" },
  { body: '{"roleArn":"arn:aws:iam::1:role/x"}', says: "roleArn:" },
  { body: '{"externalId":"a b"}', says: "externalId:" },
  { body: '{"set":"all"}', says: "set:" },
])("refuses $body and says why", async ({ body, says }) => {
  await expect(readJson(post(body), scanInputSchema)).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining(says),
  });
});

it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""])(
  "refuses a body of type %j, which a form of a foreign page could send",
  async (type) => {
    await expect(readJson(post("{}", type), scanInputSchema)).rejects.toMatchObject({ status: 415 });
  },
);

it("stops reading at 16 KiB, whatever the length says", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024).fill(32));
    },
  });

  await expect(readJson(post(endless), scanInputSchema)).rejects.toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(64 * 1024);
});

function post(body: BodyInit, type = "application/json"): Request {
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body,
    headers: { "content-type": type },
    duplex: "half",
  };
  return new Request("http://localhost/api/scans", init);
}
