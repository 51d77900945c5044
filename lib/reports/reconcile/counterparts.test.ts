import { expect, it } from "vitest";
import { checks } from "@/lib/checks/registry";
import { counterparts } from "@/lib/reports/reconcile/counterparts";

it.each(counterparts.map((each) => [each.theirCheck, each] as const))(
  "%s has a check here, and words for why",
  (_, { checkId, stricter, reason, difference }) => {
    const ids = checks.map(({ id }) => id);
    expect(ids).toContain(checkId);
    expect(ids).toContain(stricter?.checkId ?? checkId);
    for (const sentence of [reason, difference, stricter?.difference ?? "None."])
      expect(sentence).toMatch(/^[A-Z].*\.$/);
  },
);
