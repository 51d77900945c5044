import { expect, it } from "vitest";
import { ruleWords } from "@/components/network/group-rules";

const nothing = { cidrBlocks: [], ipv6CidrBlocks: [], prefixListIds: [], sourceGroupIds: [] };

it.each([
  {
    rule: { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] },
    words: "tcp 443 from 10.0.0.0/16",
  },
  {
    rule: { protocol: "tcp", fromPort: 0, toPort: 65_535, ipv6CidrBlocks: ["::/0"] },
    words: "tcp 0 to 65535 from ::/0",
  },
  {
    rule: { protocol: "-1", sourceGroupIds: ["sg-1"], prefixListIds: ["pl-1"] },
    words: "all traffic from pl-1, sg-1",
  },
  { rule: { protocol: "icmp", fromPort: -1, toPort: -1 }, words: "icmp from nowhere" },
])("says $words", ({ rule, words }) => {
  expect(ruleWords({ ...nothing, ...rule })).toBe(words);
});
