import { describe, expect, it } from "vitest";
import { arnOf, policyWith, reads, roleWith, writes } from "@/lib/checks/test-access";
import type { Waiver } from "@/lib/model/decision";
import { buildRole } from "@/lib/model/test-iam";
import {
  acceptedIn,
  anyStream,
  findingIn,
  holder,
  mixed,
  reportOf,
  short,
  statusOn,
  today,
  waiverOf,
} from "@/lib/scan/report/decisions/test-decisions";
import type { Scene } from "@/lib/scan/report/decisions/test-decisions";
import { changesSince } from "@/lib/scan/report/decisions/waived-evidence";

describe("a waiver that holds", () => {
  it("takes its finding out of the score, and says who accepted it until when and why", () => {
    const report = acceptedIn("KDS-OPS-02", {});
    expect(report.decisions).toMatchObject({ on: today, waivers: [{ id: "w1", state: "in-force" }] });
    expect(statusOn(report, "orders", "KDS-OPS-02")).toBe("waived");
    expect(findingIn(report, "KDS-OPS-02")).toMatchObject({
      status: "waived",
      waiver: { id: "w1", owner: "data-platform", expiresOn: "2027-02-28" },
    });
    const verdict = report.streams[0]?.verdicts.find(({ checkId }) => checkId === "KDS-OPS-02");
    expect(verdict).toMatchObject({
      points: 0,
      evidence: expect.stringContaining(
        "Accepted by data-platform until 2027-02-28: Ends with the move to the new platform",
      ),
    });
    expect(report.streams[0]?.score?.worst).toBeGreaterThanOrEqual(
      reportOf().streams[0]?.score?.worst ?? 101,
    );
    expect(report.totals.byStatus.waived).toBe(1);
  });

  it("holds through its last day, and no longer", () => {
    const until = (expiresOn: string) =>
      acceptedIn("KDS-OPS-02", {}, {}, { expiresOn }).decisions.waivers[0]?.state;
    expect(until(today)).toBe("in-force");
    expect(until("2026-11-25")).toBe("expired");
  });

  it("leaves a verdict failing that has another cause", () => {
    const roles = [holder("a"), roleWith("b", writes, reads)];
    const before = reportOf({ roles });
    const waiver = waiverOf(before, findingIn(before, "KDS-SOD-01", "mixed"));
    const report = reportOf({ roles, decisions: { waivers: [waiver] } });
    expect(statusOn(report, "orders", "KDS-SOD-01")).toBe("fail");
    expect(findingIn(report, "KDS-SOD-01", "mixed").status).toBe("waived");
    expect(findingIn(report, "KDS-SOD-01", "role b").status).toBe("fail");
  });

  it("on named streams leaves the others", () => {
    const streams = [short("orders"), short("clicks")];
    const report = acceptedIn("KDS-SOD-01", { streams }, { streams }, { streamArns: [arnOf("orders")] });
    expect(statusOn(report, "orders", "KDS-SOD-01")).toBe("waived");
    expect(statusOn(report, "clicks", "KDS-SOD-01")).toBe("fail");
    expect(findingIn(report, "KDS-SOD-01")).toMatchObject({
      status: "fail",
      waiver: { streamArns: [arnOf("orders")] },
    });
  });

  it("on every stream by name waives the whole finding", () => {
    const report = acceptedIn("KDS-SOD-01", {}, {}, { streamArns: [arnOf("orders")] });
    expect(findingIn(report, "KDS-SOD-01").status).toBe("waived");
  });

  it("accepts nothing that nobody has seen: where facts are missing beside, the verdict is unknown", () => {
    const unread = buildRole({ name: "odd", inlinePolicies: [{ name: "odd", document: "{" }] });
    const roles = [holder("a"), unread];
    const report = acceptedIn("KDS-SOD-01", { roles });
    expect(statusOn(reportOf({ roles }), "orders", "KDS-SOD-01")).toBe("fail");
    expect(statusOn(report, "orders", "KDS-SOD-01")).toBe("unknown");
  });
});

describe("a waiver reopens, and says why", () => {
  const because = (checkId: string, before: Scene, now: Scene, change: Partial<Waiver> = {}) => {
    const report = acceptedIn(checkId, before, now, change);
    expect(findingIn(report, checkId)).toMatchObject({ status: "fail" });
    expect(findingIn(report, checkId)).not.toHaveProperty("waiver");
    expect(report.decisions.waivers[0]?.state).toBe("changed");
    return report.decisions.waivers[0]?.because;
  };

  it("for a principal more", () => {
    expect(because("KDS-SOD-01", {}, { roles: [holder("a"), holder("b")] })).toContain(
      `It concerns more principals than were accepted: ${holder("b").arn}.`,
    );
  });

  it("for a stream more, unless it names its streams", () => {
    const streams = [short("orders"), short("clicks")];
    expect(because("KDS-SOD-01", {}, { streams })).toBe(
      `It weighs on more streams than were accepted: ${arnOf("clicks")}.`,
    );
    const named = acceptedIn("KDS-SOD-01", {}, { streams }, { streamArns: [arnOf("orders")] });
    expect(named.decisions.waivers[0]?.state).toBe("in-force");
  });

  it("for a statement that was changed, and not for one beside it", () => {
    const wider = { ...anyStream, Action: [...anyStream.Action, "kinesis:SubscribeToShard"] };
    expect(because("KDS-SOD-01", {}, { policy: policyWith("mixed", wider) })).toBe(
      "The policy statement was changed.",
    );
    const beside = mixed({ Action: "s3:GetObject", Resource: "*" });
    expect(acceptedIn("KDS-SOD-01", {}, { policy: beside }).decisions.waivers[0]?.state).toBe("in-force");
  });

  it("for other words with the same reach", () => {
    expect(because("KDS-OPS-02", {}, { streams: [short("orders", 25)] })).toMatch(
      /^It said: orders keeps records for 24 hours; .* It says now: orders keeps records for 25 hours;/,
    );
  });

  it("for a heavier severity", () => {
    const report = reportOf();
    const { evidence } = waiverOf(report, findingIn(report, "KDS-OPS-02"));
    expect(because("KDS-OPS-02", {}, {}, { evidence: { ...evidence, severity: "low" } })).toBe(
      "It weighs medium, and was accepted as low.",
    );
  });

  it("not for less: fewer principals, and a key that only grew older", () => {
    const fewer = acceptedIn("KDS-SOD-01", { roles: [holder("a"), holder("b")] }, { roles: [holder("a")] });
    expect(fewer.decisions.waivers[0]?.state).toBe("in-force");
    const { evidence } = waiverOf(fewer, findingIn(fewer, "KDS-OPS-02"));
    const aged = (days: number) => ({ ...evidence, label: `The key is ${days} days old.` });
    expect(changesSince(aged(90), aged(91), undefined)).toEqual([]);
  });
});

describe("a waiver that matches nothing says so", () => {
  it("when what it accepted is fixed", () => {
    const fixed = acceptedIn("KDS-OPS-02", {}, { streams: [short("orders", 168)] });
    expect(fixed.decisions.waivers[0]).toMatchObject({ state: "unmatched" });
    expect(fixed.totals.byStatus.waived).toBe(0);
  });

  it("when none of its streams is spoiled", () => {
    const report = acceptedIn("KDS-OPS-02", {}, {}, { streamArns: [arnOf("gone")] });
    expect(report.decisions.waivers[0]).toMatchObject({
      state: "unmatched",
      because: "The finding weighs on none of the streams that it names.",
    });
  });

  it("and is no matter of a report of another account, or without its check", () => {
    const foreign = acceptedIn("KDS-OPS-02", {}, {}, { accountId: "999988887777" });
    expect(foreign.decisions.waivers).toEqual([]);
    expect(acceptedIn("KDS-OPS-02", {}, { set: "course" }).decisions.waivers).toEqual([]);
  });
});
