import { createHash } from "node:crypto";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { checks } from "@/lib/checks/registry";
import { largeReport } from "@/lib/bench/large-report";
import { parseDigest } from "@/lib/reports/embedded";
import { policy, script } from "@/lib/reports/html/script";
import { renderHtml } from "@/lib/reports/html/to-html";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { buildReport } from "@/lib/reports/test-report";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // A page that loads nothing has its style and its pictures in itself, and is made by a program.
  rules: {
    "no-inline-style": "off",
    "require-sri": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
  },
});

async function complaintsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

it("is valid, for a full report, for one with nothing in it and for a part of one", async () => {
  expect(await complaintsOf("<!doctype html><html><p><div></p>")).not.toEqual([]);
  expect(await complaintsOf(await exportText(sampleReport(), "html"))).toEqual([]);
  expect(await complaintsOf(await exportText(buildReport(), "html"))).toEqual([]);
});

it("loads nothing, and lets only its own script run", async () => {
  const page = await exportText(sampleReport(), "html");
  const hash = createHash("sha256").update(script).digest("base64");

  expect(policy).toContain(`script-src 'sha256-${hash}'`);
  expect(page).toContain(`<script>${script}</script>`);
  expect(page.match(/<(link|img|iframe|object|embed|video|audio|base)\b/g)).toBeNull();
  expect(page.match(/\s(src|href|action|formaction|srcset|data)=/g)?.length).toBe(
    page.match(/ href="#[a-z-]+"/g)?.length,
  );
  expect(page).not.toMatch(/url\((?!#)/);
});

it("holds the report that it shows", async () => {
  const report = sampleReport();
  const page = await exportText(report, "html");
  const [, json = ""] = /<script type="application\/json" id="weir-report">(.*?)<\/script>/s.exec(page) ?? [];

  expect(parseDigest(json)).toEqual({ report });
  expect([...renderHtml(parseDigest(json)!, checks)].join("")).toBe(page);
});

it("has an entry a finding, a gap, a decision, a stream and a check, and says what it is of", async () => {
  const report = sampleReport();
  const page = await exportText(report, "html");
  const decided = 2;
  const entries =
    report.findings.length + report.scan.gaps.length + report.streams.length + checks.length + decided;

  expect(page.match(/<details data-entry/g)).toHaveLength(entries);
  expect(page).toContain("DEMO DATA");
  expect(page).toContain("12 findings, 3 streams; filter: <bdi>q=orders</bdi>");
  expect(page).toContain("&quot;Action&quot;: &quot;kinesis:*&quot;");
  expect(page).toContain("arn:aws:iam::111122223333:role/produce-0");
});

describe("a report that is too large to open", () => {
  let page = "";
  beforeAll(async () => {
    page = await exportText(largeReport({ streams: 3000, findings: 6000 }), "html");
  });

  it("stays below 20 MB, shows the first and counts the rest", async () => {
    expect(page.length).toBeLessThan(20_000_000);
    expect(page).toContain("It leaves out 4,000 findings and 2,000 streams");
    expect(page.match(/<details data-entry id=/g)).toHaveLength(2000);
  });

  it("holds what it shows, so that it can be made again from itself", () => {
    const [, json = ""] = /id="weir-report">(.*?)<\/script>/s.exec(page) ?? [];
    expect([...renderHtml(parseDigest(json)!, checks)].join("") === page).toBe(true);
  });
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("adds no element, no attribute and no character that does not show", async () => {
    const tags = (page: string) =>
      page
        .replace(/<script type.*/s, "")
        .match(/<[a-z][^>]*>/gi)
        ?.map((tag) => tag.replaceAll(/(id|aria-label)="[^"]*"/g, ""));
    const plain = await exportText(hostileReport("x".repeat(text.length)), "html");
    const page = await exportText(hostileReport(text), "html");
    const lists = (all: string[] | undefined) => all?.filter((tag) => tag !== "<br>");

    expect(await complaintsOf(page)).toEqual([]);
    expect(lists(tags(page))).toEqual(lists(tags(plain)));
    expect(page.replaceAll("\n", "").replace(/<script type.*/s, "")).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u,
    );
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});
