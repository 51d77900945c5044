import { describe, expect, it } from "vitest";
import { ipAddress } from "@/lib/iam/conditions/ip-address";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("IpAddress", () => {
  it.each([
    { policy: "10.0.0.0/8", actual: "10.1.2.3", expected: yes },
    { policy: "10.0.0.0/8", actual: "11.0.0.1", expected: no },
    { policy: "10.9.9.9/8", actual: "10.1.2.3", expected: yes },
    { policy: "10.0.0.1", actual: "10.0.0.1", expected: yes },
    { policy: "10.0.0.1", actual: "10.0.0.2", expected: no },
    { policy: "0.0.0.0/0", actual: "203.0.113.7", expected: yes },
    { policy: "0.0.0.0/0", actual: "2001:db8::1", expected: no },
    { policy: "0.0.0.0/0", actual: "::1", expected: no },
    { policy: "::/0", actual: "10.0.0.1", expected: no },
    { policy: "255.255.255.254/31", actual: "255.255.255.255", expected: yes },
    { policy: "203.0.113.0/24", actual: "203.0.114.0", expected: no },
    { policy: "::/0", actual: "2001:db8::1", expected: yes },
    { policy: "2001:db8::/32", actual: "2001:DB8:0:1::", expected: yes },
    { policy: "2001:db8::/32", actual: "2001:db9::", expected: no },
    { policy: "::1", actual: "0:0:0:0:0:0:0:1", expected: yes },
    { policy: "::ffff:10.0.0.1", actual: "::ffff:a00:1", expected: yes },
    { policy: "1:2:3:4:5:6:7::", actual: "1:2:3:4:5:6:7:0", expected: yes },
    { policy: "1:2:3:4:5:6:7:8", actual: "1:2:3:4:5:6:7:8", expected: yes },
    { policy: "::1/64", actual: "::2", expected: yes },
    { policy: "10.0.0.0/33", actual: "10.0.0.0", expected: maybe },
    { policy: "10.0.0.0/x", actual: "10.0.0.1", expected: maybe },
    { policy: "10.0.0.0/", actual: "10.0.0.0", expected: maybe },
    { policy: "::/129", actual: "::", expected: maybe },
    { policy: "010.0.0.1", actual: "10.0.0.1", expected: maybe },
    { policy: "256.0.0.1", actual: "10.0.0.1", expected: maybe },
    { policy: "10.0.0", actual: "10.0.0.1", expected: maybe },
    { policy: "10.0.0.1.2", actual: "10.0.0.1", expected: maybe },
    { policy: "10.0.0.1.", actual: "10.0.0.1", expected: maybe },
    { policy: "1::2::3", actual: "::1", expected: maybe },
    { policy: "1:2:3:4:5:6:7:8::", actual: "::1", expected: maybe },
    { policy: "1:2:3:4:5:6:7", actual: "::1", expected: maybe },
    { policy: "1:2:3:4:5:6:7:8:9", actual: "::1", expected: maybe },
    { policy: "fe80::1%eth0", actual: "fe80::1", expected: maybe },
    { policy: "10.0.0.1::", actual: "::1", expected: maybe },
    { policy: "", actual: "10.0.0.1", expected: maybe },
    { policy: "10.0.0.0/8", actual: "nowhere", expected: no },
    { policy: "10.0.0.0/8", actual: "10.0.0.0/8", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(ipAddress.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(ipAddress).toMatchObject({ name: "IpAddress", negated: false, variables: "none" });
  });
});
