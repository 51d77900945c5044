import { expect, it } from "vitest";
import { read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { accessOf, plainOrders, readsOrders, roleWith, stepsOn, userWith } from "../test-reach";

const tags = (Action = "kinesis:AddTagsToStream") => ({ Action, Resource: plainOrders.arn });
const byTeam = (team: string, statement = readsOrders) => ({
  ...statement,
  Resource: "*",
  Condition: { StringEquals: { "aws:ResourceTag/team": team } },
});
const tagged = { ...plainOrders, tags: read({ team: "orders" }) };

function steps(anna: readonly object[], reader: readonly object[] = []) {
  const regions = [buildRegion({ streams: read([tagged]) })];
  return stepsOn(
    accessOf({ users: [userWith("anna", anna)], roles: [roleWith("reader", reader)] }, { regions }),
  );
}

it.each(["kinesis:AddTagsToStream", "kinesis:TagResource"])(
  "decides who reads a stream whose readers are chosen by its tags, by %s",
  (action) => {
    expect(steps([tags(action)], [byTeam("orders")])).toEqual(["anna tag-stream orders: consume"]);
  },
);

it("decides nothing where readers are named", () => {
  expect(steps([tags()], [readsOrders])).toEqual([]);
});

it("opens a stream to oneself by the tag that one's own policy asks for", () => {
  expect(steps([tags(), byTeam("anna")])).toEqual(["anna tag-stream orders: consume"]);
  expect(steps([byTeam("anna")])).toEqual([]);
});

it("is no step for whoever reads it already", () => {
  expect(steps([tags(), byTeam("orders")])).toEqual([]);
});

it("hangs on the conditions of tagging", () => {
  const only = { ...tags(), Condition: { StringEquals: { "aws:RequestTag/team": "orders" } } };
  expect(steps([only], [byTeam("orders")])).toEqual([
    "anna tag-stream orders conditional (aws:RequestTag/team): consume",
  ]);
});
