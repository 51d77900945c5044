import { faceOf } from "@/components/duties/principal-face";
import type { WhoRow } from "@/components/duties/who-rows";
import type { Duty, DutyCell } from "@/lib/model/duty";

export const home = "111122223333";

export function roleArn(name: string, accountId = home): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

export function userArn(name: string): string {
  return `arn:aws:iam::${home}:user/${name}`;
}

/** A cell that is allowed without more; a test names what it changes. */
export function buildCell(principal: string, duty: Duty, change: Partial<DutyCell> = {}): DutyCell {
  const via = [{ policy: `${principal}#inline/own`, index: 0 }];
  return { principal, duty, access: "allowed", key: "not-needed", via, ...change };
}

export function buildRow(arn: string, ...cells: DutyCell[]): WhoRow {
  return { ...faceOf(arn, home), cells: new Map(cells.map((cell) => [cell.duty, cell])) };
}
