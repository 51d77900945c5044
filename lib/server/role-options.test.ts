import { expect, it } from "vitest";
import { parseRoleWish } from "@/lib/server/role-options";

const plain = {
  share: false,
  regionWide: false,
  reader: "shards",
  fanOut: false,
  requireTls: false,
  vpcEndpointIds: [],
};

it("asks for the least where nothing is chosen", () => {
  expect(parseRoleWish({})).toEqual({ wish: { options: plain, others: [] }, problems: [] });
});

it("reads what a form sends", () => {
  const query = new URLSearchParams(
    "share=on&wide=1&reader=kcl&fanout=on&application=billing&tls=on&vpce=vpce-0a1b2c3d4e5f60718,+vpce-12345678&with=clicks,audit",
  );
  expect(parseRoleWish(query)).toEqual({
    wish: {
      options: {
        share: true,
        regionWide: true,
        reader: "kcl",
        fanOut: true,
        application: "billing",
        requireTls: true,
        vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718", "vpce-12345678"],
      },
      others: ["clicks", "audit"],
    },
    problems: [],
  });
});

it.each([
  ["vpce=vpc-1", /"vpc-1" is not the id of a VPC endpoint/],
  ["reader=kcl", /KCL names its tables after the application/],
  ["reader=kcl&application=a b c", /becomes the name of a table/],
  ["reader=spark", /reader must be one of shards, kcl, lambda, firehose/],
  ["share=yes", /share must be one of 1, on/],
])("says what is wrong with %s", (query, message) => {
  const { wish, problems } = parseRoleWish(new URLSearchParams(query));
  expect(problems.map((each) => each.message).join(" ")).toMatch(message);
  expect(wish.options.vpcEndpointIds).toEqual([]);
});
