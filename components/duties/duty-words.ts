import type { Duty } from "@/lib/model/duty";

interface DutyWords {
  /** Over a column. */
  readonly name: string;
  /** After "can": `role/x can read this stream`. */
  readonly can: string;
}

/** One action of each duty, to try it by. */
export const dutyActions: Readonly<Record<Duty, string>> = {
  administer: "kinesis:DeleteStream",
  share: "kinesis:PutResourcePolicy",
  reshard: "kinesis:SplitShard",
  produce: "kinesis:PutRecord",
  consume: "kinesis:GetRecords",
  "manage-key": "kms:PutKeyPolicy",
};

export const dutyWords: Readonly<Record<Duty, DutyWords>> = {
  administer: { name: "Administer", can: "administer this stream" },
  share: { name: "Share", can: "share this stream with others" },
  reshard: { name: "Reshard", can: "reshard this stream" },
  produce: { name: "Produce", can: "write to this stream" },
  consume: { name: "Consume", can: "read this stream" },
  "manage-key": { name: "Manage key", can: "manage the key of this stream" },
};
