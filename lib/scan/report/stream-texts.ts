import type { Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import { canonicalPiece, type TextOf } from "@/lib/scan/report/canonical-json";
import { costs } from "@/lib/scan/report/stream-verdict";
import { remembered } from "@/lib/scoring/remembered";

/** The canonical texts of streams in one report after the other, of which only what changed is written anew. */
export interface StreamTexts {
  readonly of: (report: Pick<Report, "streams">) => TextOf;
}

export function createStreamTexts(): StreamTexts {
  const texts = new Map<object, string>();
  const kept = (value: object) => remembered(texts, value, () => canonicalPiece(value));
  // What costs a stream something is an object of its own in each report.
  const textOfVerdict = (verdict: StreamVerdict) =>
    costs(verdict) ? canonicalPiece(verdict) : kept(verdict);
  const textOfStream = ({ facts, duties, verdicts, ...others }: ReportStream): string => {
    const members = Object.entries(others).map(([name, value]) => member(name, canonicalPiece(value)));
    members.push(member("facts", kept(facts)), member("duties", kept(duties)));
    members.push(member("verdicts", `[${verdicts.map(textOfVerdict).join(",")}]`));
    return `{${members.toSorted().join(",")}}`;
  };
  return {
    of: ({ streams }) => {
      const said = streams.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
      // More than half of it may be of earlier reports alone.
      if (texts.size > 2 * said) texts.clear();
      const own = new Map<object, ReportStream>(streams.map((stream) => [stream, stream]));
      return (value) => {
        const stream = own.get(value);
        return stream && textOfStream(stream);
      };
    },
  };
}

function member(name: string, text: string): string {
  return `"${name}":${text}`;
}
