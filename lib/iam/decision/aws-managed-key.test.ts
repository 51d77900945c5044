import { expect, it } from "vitest";
import { parseCaller } from "@/lib/iam/decision/caller";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import { decide } from "@/lib/iam/decision/decide";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";

it.each([
  { isAwsManagedKey: true, decision: "allowed" },
  { isAwsManagedKey: false, decision: "explicitly-denied" },
])("E4: an RCP leaves AWS managed keys alone ($isAwsManagedKey)", ({ isAwsManagedKey, decision }) => {
  const caller = parseCaller("arn:aws:iam::111122223333:root");
  const statement = (Effect: string) =>
    JSON.stringify({ Statement: { Effect, Principal: "*", Action: "kms:*", Resource: "*" } });
  const asked = { action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:111122223333:key/x" };
  const request = prepareRequest({ caller: caller!, ...asked, isAwsManagedKey }, () => "typed");
  const policies = {
    resourcePolicy: compilePolicy(statement("Allow"), "resource"),
    rcps: [[compilePolicy(statement("Deny"), "rcp")]],
  };
  expect(decide(request, policies)).toBe(decision);
});
