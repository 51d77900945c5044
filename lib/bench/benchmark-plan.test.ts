import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { benchmarkPlan } from "./benchmark-plan";
import { randomAccount } from "./random-account";

const textsSchema = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const statementSchema = z.looseObject({
  Effect: z.string(),
  Resource: textsSchema.exactOptional(),
  NotResource: textsSchema.exactOptional(),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });

function statementsOf(sources: Iterable<PolicySource>) {
  const texts = new Set([...sources].map(({ text }) => text));
  return [...texts].flatMap((text) => documentSchema.parse(JSON.parse(text)).Statement);
}

function percent(part: readonly unknown[], whole: readonly unknown[]): number {
  return (100 * part.length) / whole.length;
}

describe("the account of the benchmark", () => {
  const { resources, principals, actions } = randomAccount(
    benchmarkPlan(7, { streams: 10_000, principals: 5000 }),
  );
  const identity = statementsOf(principals.flatMap(({ policies }) => policies));
  const boundaries = principals.flatMap(({ boundary }) => boundary ?? []);
  const scps = statementsOf(principals.flatMap(({ scps: levels }) => levels.flat()));
  const named = resources.flatMap(({ resourcePolicy }) => resourcePolicy ?? []);
  const all = [...identity, ...statementsOf(boundaries), ...scps, ...statementsOf(named)];
  const patterns = new Set(
    all.flatMap(({ Resource = [], NotResource = [] }) => [...Resource, ...NotResource]),
  );

  it("asks 2,000,000,000 triples", () => {
    expect(new Set(resources.map(({ arn }) => arn)).size).toBe(10_000);
    expect(new Set(principals.map(({ arn }) => arn)).size).toBe(5000);
    expect(new Set(actions.map(({ name }) => name)).size).toBe(40);
  });

  it("shares little", () => {
    expect(new Set(all.map((statement) => JSON.stringify(statement))).size).toBeGreaterThanOrEqual(20_000);
    expect(patterns.size).toBeGreaterThanOrEqual(7000);
  });

  it("has conditions, denials and negations as often as is said of it", () => {
    const having = (...names: readonly string[]) =>
      identity.filter((each) => names.some((name) => name in each));
    expect(percent(having("Condition"), identity)).toBeGreaterThan(14);
    expect(
      percent(
        identity.filter(({ Effect }) => Effect === "Deny"),
        identity,
      ),
    ).toBeGreaterThan(9);
    expect(percent(having("NotAction", "NotResource"), identity)).toBeGreaterThan(4.5);
  });

  it("has boundaries on half of its principals, three levels of SCPs and 500 resource policies", () => {
    expect(percent(boundaries, principals)).toBeGreaterThan(48);
    expect(new Set(principals.map(({ scps: levels }) => levels.length))).toEqual(new Set([3]));
    expect(named).toHaveLength(500);
  });

  it("has variables and tags", () => {
    const asText = JSON.stringify(identity);
    for (const variable of [
      "${aws:username}",
      "${aws:PrincipalTag/team}",
      "${aws:PrincipalTag/team, 'team3'}",
    ])
      expect(asText).toContain(variable);
    const tagged = (tags: object | undefined) => tags !== undefined && Object.keys(tags).length > 0;
    expect(resources.filter(({ tags }) => tagged(tags)).length).toBeGreaterThan(8000);
    expect(principals.filter(({ tags }) => tagged(tags)).length).toBeGreaterThan(3000);
  });
});
