import { expect, it } from "vitest";
import { defuse } from "@/lib/reports/defuse";

it.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "  =1+1",
  "\u00A0=1+1",
  "\uFEFF=1+1",
  "\u200B=1+1",
  "\0=1+1",
  "\u0001\u0002=1+1",
  "\tx",
  "\rx",
  "\nx",
  "\0x",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
])("marks %j as text", (text) => {
  expect(defuse(text)).toBe(`'${text}`);
});

it.each(["", "orders", "a=b", "1-2", "user@example.com", "arn:aws:iam::1:role/a", " x", "'=1"])(
  "leaves %j as it is",
  (text) => {
    expect(defuse(text)).toBe(text);
  },
);
