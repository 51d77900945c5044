import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { EventRule } from "@/lib/model/event-rule";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { enumerate, inWords } from "@/lib/checks/enumerate";
import { conclude, unknown } from "@/lib/checks/judgement";
import { regionSubject } from "@/lib/checks/subject";
import { awaits } from "@/lib/checks/watching/awaited-events";
import { exposingEvents } from "@/lib/checks/watching/selects-changes";

export const exposureTold = defineRegionCheck({
  id: "KDS-OPS-07",
  set: "extended",
  scope: "region",
  severity: "low",
  title: "Someone is told when exposure changes",
  rationale:
    "A stream that is opened to strangers, decrypted or deleted is noticed by whoever is told, or by the strangers first. A log that nobody reads tells nobody.",
  looksAt:
    "The rules of the Region's default event bus: whether enabled ones with a target wait for PutResourcePolicy, StopStreamEncryption, CreateChannel and DeleteStream of Kinesis.",
  remediation:
    "Make a rule on the default event bus for these four events, with a topic or a queue that somebody reads as its target. CloudTrail has to log management events for it.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
    "https://docs.aws.amazon.com/streams/latest/dev/logging-using-cloudtrail.html",
  ],
  reads: ["eventRules"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = RegionPlace & Pick<RegionParts, "eventRules">;

function judge(input: Input): Judgement {
  const { eventRules, region, accountId } = input;
  const subject = regionSubject(input, "region");
  if (!eventRules.known) return unknown(subject, eventRules.gap);
  const told = exposingEvents.map((event) => tellersOf(event, eventRules.value));
  const untold = told.filter(({ surely }) => surely.length === 0);
  const gaps = untold.flatMap((each) => each.gaps);
  const silent = untold.filter((each) => each.gaps.length === 0);
  const cause: Cause = {
    kind: "setting",
    id: `alarm ${accountId} ${region}`,
    label: `No enabled rule with a target in ${region} waits for ${inWords(silent.map(({ event }) => event))}.`,
    severity: "low",
  };
  const rules = new Set(told.flatMap(({ surely }) => surely.map(({ name }) => name)));
  return conclude({
    subject,
    causes: silent.length > 0 ? [cause] : [],
    gaps: distinctGaps(gaps),
    reads: readsOf(eventRules),
    passes: `Rules tell of all four: ${enumerate([...rules])}.`,
    note: silent.length > 0 ? nearlyTelling(silent.flatMap(({ partly }) => partly)) : "",
    heaviest: "low",
  });
}

interface Tellers {
  readonly event: string;
  /** Enabled, for every such event, to somebody. */
  readonly surely: readonly EventRule[];
  /** Of some of these events. */
  readonly partly: readonly EventRule[];
  readonly gaps: readonly Gap[];
}

function tellersOf(event: string, rules: readonly EventRule[]): Tellers {
  const waiting = rules
    .filter(({ state }) => state !== "DISABLED")
    .map((rule) => ({ rule, how: awaits(rule, event) }));
  const whole = waiting.filter(({ how }) => how === "yes").map(({ rule }) => rule);
  return {
    event,
    surely: whole.filter(({ targetArns }) => targetArns.known && targetArns.value.length > 0),
    partly: waiting.filter(({ how }) => how === "partly").map(({ rule }) => rule),
    gaps: [
      ...whole.flatMap(({ targetArns }) => gapsOf(targetArns)),
      ...waiting.filter(({ how }) => how === "unread").map(({ rule }) => unreadPattern(rule)),
    ],
  };
}

function unreadPattern({ name, arn }: EventRule): Gap {
  const message = `The pattern of rule ${name} is written in a way that Weir does not read.`;
  return { action: "events:ListRules", reason: "malformed", message, resource: arn };
}

function nearlyTelling(rules: readonly EventRule[]): string {
  const names = [...new Set(rules.map(({ name }) => name))];
  return names.length === 0 ? "" : `Of some of these events only: ${enumerate(names)}.`;
}
