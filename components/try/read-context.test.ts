import { expect, it } from "vitest";
import { readContext } from "@/components/try/read-context";

it("reads a key with its values a line, and a key without one as absent", () => {
  const text =
    "aws:SourceVpce = vpce-1, vpce-2\n\n  aws:PrincipalTag/team=a=b \naws:MultiFactorAuthPresent =";

  expect(readContext(text)).toEqual({
    ok: true,
    context: {
      "aws:SourceVpce": ["vpce-1", "vpce-2"],
      "aws:PrincipalTag/team": ["a=b"],
      "aws:MultiFactorAuthPresent": [],
    },
  });
});

it.each(["aws:SourceVpce = x\nvpce-1", "\nSourceVpce = x", "= x\n", "a:b c = x"])(
  "says which line it does not understand in %j",
  (text) => {
    const read = readContext(text);
    const line = text.startsWith("\n") || text.startsWith("aws") ? 2 : 1;
    expect(read.ok ? "" : read.problem).toContain(`Line ${line} `);
  },
);
