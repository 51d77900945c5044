import type { RowBucket } from "@/lib/model/reconciliation";

export const bucketWords: Readonly<Record<RowBucket, string>> = {
  agree: "Agree",
  disagree: "Disagree",
  undecided: "Not decided",
  "only-there": "Only there",
  aside: "Left aside",
  unreadable: "Could not be read",
};

/** What each means, a sentence. */
export const bucketMeaning: Readonly<Record<RowBucket, string>> = {
  agree: "Both pass the stream, or both fail it.",
  disagree: "One passes the stream, and the other fails it or asks for more.",
  undecided: "One of the two says neither pass nor fail.",
  "only-there": "The scan has no verdict on it.",
  aside: "It is not about a data stream as it is now.",
  unreadable: "The row is damaged, or of no format that is known here.",
};
