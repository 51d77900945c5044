import { AttackerText } from "@/components/ui/attacker-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { journalWords } from "@/lib/format/words";
import type { JournalEntry } from "@/lib/model/journal";

interface JournalTableProps {
  readonly entries: readonly JournalEntry[];
  readonly now: Date;
}

/** Who changed what, the newest first. */
export function JournalTable({ entries, now }: JournalTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">Journal</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">In words</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ at, who, action, detail }) => (
          <tr key={`${at} ${action} ${detail}`}>
            <th scope="row" className="whitespace-nowrap">
              <TimeAgo at={at} now={now} />
            </th>
            <td>{who}</td>
            <td className="whitespace-nowrap">{journalWords[action]}</td>
            <td className="max-w-[640px]">
              <AttackerText>{detail}</AttackerText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
