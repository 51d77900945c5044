import { expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { partActions } from "@/lib/model/part-actions";

/** Who we are and where to look: they fill no part of the snapshot. */
const beforeTheParts = new Set(["sts:GetCallerIdentity", "sts:AssumeRole", "ec2:DescribeRegions"]);

it("names for the snapshot's parts exactly the actions of the calls that the code can make", () => {
  const made = Object.values(calls).map(({ action }: AwsCall) => action);
  expect(Object.values(partActions).flat().toSorted()).toEqual(
    made.filter((action) => !beforeTheParts.has(action)).toSorted(),
  );
});
