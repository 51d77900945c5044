import type { DutyCell } from "@/lib/model/duty";
import type { ReportStream } from "@/lib/model/report";
import type { Stream } from "@/lib/model/stream";
import type { HeldDuty, StreamAccess } from "@/lib/model/stream-access";

/** Who can do what to a stream, but for those who can do everything to everything. */
export function dutiesOn(
  { arn, region }: Stream,
  access: StreamAccess,
): Pick<ReportStream, "duties" | "dutyGaps"> {
  const held = access
    .holdersOf(arn)
    .filter(({ party }) => access.standingOf(party, region) !== "account-administrator");
  return { duties: held.map(toCell), dutyGaps: [...access.gapsOn(arn)] };
}

function toCell({ party, duty, access, key, conditions, via }: HeldDuty): DutyCell {
  return {
    principal: party.kind === "everyone" ? "*" : party.arn,
    duty,
    access,
    key,
    ...(conditions.length > 0 && { conditions: [...conditions] }),
    via: [...via],
  };
}
