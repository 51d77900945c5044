import { expect, it } from "vitest";
import { randomAccount } from "@/lib/bench/random-account";
import { seededRandom } from "@/lib/bench/random";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { countPlaces, hasPlace, placesOf } from "@/lib/iam/access-index/resource-set";
import { answerOf, referenceFor, rarePlan, sampleTriples } from "@/lib/iam/access-index/test-agreement";

const samplesPerAccount = Number(process.env["WEIR_AGREEMENT_SAMPLES"] ?? 1250);

it.each([101, 202, 303, 404])(
  "agrees with the evaluator for one request, account %i",
  (seed) => {
    const input = randomAccount(rarePlan(seed));
    const index = buildAccessIndex(input);
    const reference = referenceFor(input, ["team", "TEAM", "env", "cost"]);
    const disagreements = [];
    for (const { principal, action, place, resource } of sampleTriples(input, index, {
      seed,
      count: samplesPerAccount,
    })) {
      const decision = reference(principal, action, resource);
      const answer = answerOf(index, { principalArn: principal.arn, action, place });
      const explained = index.explain(principal.arn, action, resource.arn).decision;
      if ((decision.endsWith("denied") ? "denied" : decision) !== answer || explained !== decision)
        disagreements.push({
          principal: principal.arn,
          action,
          resource: resource.arn,
          decision,
          answer,
          explained,
        });
    }
    expect(disagreements).toEqual([]);
  },
  600_000,
);

it("is sure of nothing that it does not hold possible", () => {
  const index = buildAccessIndex(randomAccount(rarePlan(7)));
  for (const principalArn of index.principalArns)
    for (const action of index.actions) {
      const { must, may } = index.access(principalArn, action);
      expect([...placesOf(must)].every((place) => hasPlace(may, place))).toBe(true);
      expect(countPlaces(must)).toBeLessThanOrEqual(countPlaces(may));
    }
});

it("answers the same in whatever order policies and resources come", () => {
  const input = randomAccount(rarePlan(8));
  const shuffled = {
    ...input,
    resources: input.resources.toReversed(),
    principals: input.principals.map((principal) =>
      Object.assign({}, principal, { policies: principal.policies.toReversed() }),
    ),
  };
  expect(buildAccessIndex(shuffled).checksum()).toBe(buildAccessIndex(input).checksum());
});

it("tells another account by its checksum", () => {
  const [one, other] = [9, 10].map((seed) => buildAccessIndex(randomAccount(rarePlan(seed))).checksum());
  expect(one).not.toBe(other);
  expect(seededRandom(1).below(10)).toBe(seededRandom(1).below(10));
});
