import type { Report } from "@/lib/model/report";
import type { TextOf } from "@/lib/scan/report/canonical-json";

/** The JSON of a report in parts, with the texts of its streams as they are known already. */
export function* reportJson(report: Report, textOf: TextOf): Generator<string> {
  let before = "{";
  for (const [name, member] of Object.entries(report)) {
    yield `${before}${JSON.stringify(name)}:`;
    if (member === report.streams) yield* listJson(report.streams, textOf);
    else yield JSON.stringify(member);
    before = ",";
  }
  yield "}";
}

function* listJson(streams: Report["streams"], textOf: TextOf): Generator<string> {
  let before = "[";
  for (const stream of streams) {
    yield before;
    yield textOf(stream) ?? JSON.stringify(stream);
    before = ",";
  }
  yield streams.length === 0 ? "[]" : "]";
}
