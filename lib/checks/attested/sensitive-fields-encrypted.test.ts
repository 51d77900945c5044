import { expect, it } from "vitest";
import { sensitiveFieldsEncrypted } from "@/lib/checks/attested/sensitive-fields-encrypted";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { denied, deniedGap } from "@/lib/model/test-place";

it("asks for somebody's word, and says that AWS does not tell", () => {
  expect(verdictOf(sensitiveFieldsEncrypted)).toMatchObject({
    status: "manual",
    evidence: "No call to AWS tells what the records of orders hold.",
    boundTo: [],
    causes: [],
  });
});

it("asks for no stream that could not be listed", () => {
  expect(
    verdictOf(sensitiveFieldsEncrypted, { region: { streams: denied("kinesis:ListStreams") } }),
  ).toMatchObject({ status: "unknown", gaps: [deniedGap("kinesis:ListStreams")] });
});
