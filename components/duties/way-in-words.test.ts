import { expect, it } from "vitest";
import { wayInWords } from "@/components/duties/way-in-words";

it.each([
  ["service", "lambda.amazonaws.com", "the service lambda.amazonaws.com"],
  [
    "oidc",
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    "whoever signs in through token.actions.githubusercontent.com (OIDC)",
  ],
  ["saml", "arn:aws:iam::111122223333:saml-provider/okta", "whoever signs in through okta (SAML)"],
  ["account", "555566667777", "whoever account 555566667777 lets"],
  ["account", "arn:aws:iam::555566667777:root", "whoever account 555566667777 lets"],
  ["account", "arn:aws:iam::555566667777:role/x", "role/x of account 555566667777"],
  ["everyone", "*", "everyone, from any account"],
  ["deleted", "AROAEXAMPLE", "a principal that no longer exists (AROAEXAMPLE)"],
  ["unrecognised", "odd", "odd, which names nobody that Weir knows"],
] as const)("%s %s reads: %s", (kind, who, words) => {
  expect(wayInWords({ kind, who, conditions: [] })).toBe(words);
});
