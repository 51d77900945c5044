import type { FindingChangeKind, StreamChange } from "@/lib/model/comparison";

export const changeWords: Readonly<Record<FindingChangeKind, string>> = {
  new: "New",
  fixed: "Fixed",
  changed: "Changed",
  accepted: "Accepted",
  reopened: "Not accepted any more",
  unreadable: "Became unreadable",
  readable: "Became readable",
  "by-rules-new": "New by rules or settings alone",
  "by-rules-gone": "Gone by rules or settings alone",
  "by-rules-changed": "Changed by rules or settings alone",
  "not-compared": "Not compared",
};

/** What each means, a sentence. */
export const changeMeaning: Readonly<Record<FindingChangeKind, string>> = {
  new: "It fails now, and did not before.",
  fixed: "It failed before, and what was read now shows that it does not any more.",
  changed: "It fails in both, and weighs or reaches otherwise.",
  accepted: "Somebody accepted it in between.",
  reopened: "It was accepted before, and is not any more.",
  unreadable: "It was known before, and could not be read now: nobody can say whether it is fixed.",
  readable: "It could not be read before, and is known now.",
  "by-rules-new": "The earlier scan shows it as well, judged by the rules and settings of the later one.",
  "by-rules-gone": "The rules and settings of the later scan do not count it, in the earlier scan either.",
  "by-rules-changed":
    "The earlier scan shows it in the same way, judged by the rules and settings of the later one.",
  "not-compared": "One of the two scans did not look at its Regions.",
};

export const streamChangeWords: Readonly<Record<StreamChange["change"], string>> = {
  appeared: "New stream",
  gone: "No longer there",
  scored: "Scored otherwise",
};
