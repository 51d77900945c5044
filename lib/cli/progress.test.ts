import { describe, expect, it } from "vitest";
import type { ScanEventBody } from "@/lib/model/scan";
import { Progress } from "@/lib/cli/progress";

const step = (done: number, total?: number): ScanEventBody => ({
  type: "progress",
  action: "kinesis:DescribeStreamSummary",
  region: "us-east-1",
  done,
  ...(total !== undefined && { total }),
});

describe("Progress", () => {
  it("draws one bar on a terminal, again and again in the same line", () => {
    const { progress, text } = progressOn({ isTTY: true, columns: 200 });
    progress.tell(step(1, 4));
    progress.tell(step(2, 4));
    progress.end();

    expect(text()).toBe(
      "\r\u001B[K[######------------------] 1/4 kinesis:DescribeStreamSummary us-east-1" +
        "\r\u001B[K[############------------] 2/4 kinesis:DescribeStreamSummary us-east-1" +
        "\r\u001B[K",
    );
  });

  it("keeps the bar within the terminal, so that it stays one line", () => {
    const { progress, text } = progressOn({ isTTY: true, columns: 40 });
    progress.tell(step(1, 4));

    expect(text().replace("\r\u001B[K", "")).toHaveLength(39);
  });

  it("says for what the scan waits longest, and for about how long", () => {
    const { progress, text } = progressOn({ isTTY: true, columns: 200 });
    const last = () => text().split("\r").at(-1);
    const bucket = { region: "eu-west-1", sent: 9, throttled: 0, waiting: 0, pace: 4.49 };
    const policies = { ...bucket, action: "kinesis:GetResourcePolicy", waiting: 900, allowed: 4.5, quota: 5 };
    progress.tell({
      type: "meter",
      buckets: [{ ...bucket, action: "kms:DescribeKey", waiting: 5 }, policies],
    });
    progress.tell(step(1, 12));
    expect(last()).toContain("; 900 kinesis:GetResourcePolicy wait at 4.49/s, about 4 min left");
    progress.tell({ type: "meter", buckets: [{ ...policies, waiting: 0 }] });
    progress.tell(step(2, 12));
    expect(last()).not.toContain("wait");
  });

  it("writes a line every two seconds elsewhere, however many calls there are", () => {
    const { progress, text, wait } = progressOn({});
    for (let done = 1; done <= 100; done++) {
      wait(50);
      progress.tell(step(done, 100));
    }

    expect(text()).toBe(
      "40 of 100 calls known so far, now kinesis:DescribeStreamSummary us-east-1\n" +
        "80 of 100 calls known so far, now kinesis:DescribeStreamSummary us-east-1\n",
    );
  });

  it("names the action that could not be read, at once, and no control character of the answer", () => {
    const { progress, text } = progressOn({});
    const resource = "arn:aws:kinesis:us-east-1:1:stream/\u001B]0;owned\u0007\u202E";
    progress.tell({
      type: "gap",
      gap: { action: "kinesis:GetResourcePolicy", reason: "access-denied", message: "", resource },
    });

    expect(text()).toBe(
      "Not read: kinesis:GetResourcePolicy, access denied (arn:aws:kinesis:us-east-1:1:stream/?]0;owned??)\n",
    );
  });

  it("says who it is and where it looks", () => {
    const { progress, text } = progressOn({});
    progress.tell({ type: "started", scanId: "s" });
    progress.tell({
      type: "identified",
      accountId: "111122223333",
      identityArn: "arn:aws:iam::111122223333:user/a",
    });
    progress.tell({ type: "planned", regions: ["eu-west-1", "us-east-1"] });

    expect(text()).toBe(
      "Account 111122223333, as arn:aws:iam::111122223333:user/a\nRegions: eu-west-1, us-east-1\n",
    );
  });
});

function progressOn(terminal: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  let nowMs = 0;
  const output = { ...terminal, write: (text: string) => written.push(text) };
  return {
    progress: new Progress(output, () => nowMs),
    text: () => written.join(""),
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}
