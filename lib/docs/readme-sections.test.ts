import { describe, expect, it } from "vitest";
import { layersSection, replaceSection } from "@/lib/docs/readme-sections";

describe("layersSection", () => {
  it("leaves out an arrow that another arrow implies", () => {
    const picture = layersSection({ model: [], iam: ["model"], checks: ["model", "iam"] });
    expect(picture).toContain("checks --> iam");
    expect(picture).toContain("iam --> model");
    expect(picture).not.toContain("checks --> model");
  });
});

describe("replaceSection", () => {
  it("replaces what stands between the marks, and only that", () => {
    const readme = "a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n";
    expect(replaceSection(readme, "x", "new")).toBe("a\n<!-- begin x -->\nnew\n<!-- end x -->\nb\n");
  });

  it("says which section is missing", () => {
    expect(() => replaceSection("a", "x", "new")).toThrow("README.md has no section x");
  });
});
