import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { EventDataStore, Trail } from "@/lib/model/event-logging";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap, Observed } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { enumerate } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { regionSubject } from "@/lib/checks/subject";
import { selectsChanges, selectsChangesAdvanced } from "@/lib/checks/watching/selects-changes";

export const changesLogged = defineRegionCheck({
  id: "KDS-OPS-01",
  set: "extended",
  scope: "region",
  severity: "medium",
  title: "Changes to the streams are logged",
  rationale:
    "Who opened a stream to strangers, stopped its encryption or deleted it stands in CloudTrail or nowhere. A log that can be rewritten unseen proves nothing.",
  looksAt:
    "Every trail that covers the Region, those of the organization included: whether it is logging, takes in all write management events and validates its files; and the event data stores of the Region that do so.",
  remediation:
    "Make one trail for all Regions, or for the organization, with write management events and log file validation, and start its logging.",
  frameworks: {
    [framework.nist]: ["AU-2", "AU-12"],
    [framework.securityHub]: ["CloudTrail.1"],
    [framework.pci]: ["10.2.1"],
    [framework.cisControls]: ["8.2"],
    [framework.iso]: ["8.15"],
    [framework.wellArchitected]: ["SEC04-BP01"],
  },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/logging-using-cloudtrail.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
  ],
  reads: ["trails", "eventDataStores"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = RegionPlace & Pick<RegionParts, "trails" | "eventDataStores">;

/** What keeps a log from being one: a sentence for each that is proven, a gap for each that is not known. */
interface Shortcomings {
  readonly faults: readonly string[];
  readonly gaps: readonly Gap[];
}

interface Log extends Shortcomings {
  readonly name: string;
}

function judge(input: Input): Judgement {
  const { trails, eventDataStores, region, accountId } = input;
  const logs = [
    ...(trails.known ? trails.value.map(judgeTrail) : []),
    ...(eventDataStores.known ? eventDataStores.value.map(judgeStore) : []),
  ];
  const sound = logs.filter(({ faults, gaps }) => faults.length === 0 && gaps.length === 0);
  const perhaps = logs.filter(({ faults, gaps }) => faults.length === 0 && gaps.length > 0);
  const gaps = [...gapsOf(trails, eventDataStores), ...perhaps.flatMap((log) => log.gaps)];
  const label = notLogged(logs, region);
  const cause: Cause = { kind: "setting", id: `logging ${accountId} ${region}`, label, severity: "medium" };
  const isFault = sound.length === 0 && gaps.length === 0;
  return conclude({
    subject: regionSubject(input, "region"),
    causes: isFault ? [cause] : [],
    gaps: sound.length > 0 ? [] : distinctGaps(gaps),
    reads: readsOf(trails, eventDataStores),
    passes: `Changes in ${region} are logged by ${enumerate(sound.map(({ name }) => name))}.`,
    note: isFault
      ? "An event data store of another Region that takes in all of them does not show here."
      : "",
    heaviest: "medium",
  });
}

const incomplete = "does not take in every write management event of Kinesis";

function judgeTrail({ name, logging, selectors, logFileValidation }: Trail): Log {
  return logOf(`trail ${name}`, [
    demand(logging, (isLogging) => isLogging, "is not logging"),
    demand(selectors, selectsChanges, incomplete),
    demand(logFileValidation, (isOn) => isOn, "does not validate its log files"),
  ]);
}

function judgeStore({ name, status, selectors }: EventDataStore): Log {
  return logOf(`event data store ${name}`, [
    demand(status, (text) => text === "ENABLED", "takes no events in"),
    demand(selectors, selectsChangesAdvanced, incomplete),
  ]);
}

function logOf(name: string, all: readonly Shortcomings[]): Log {
  return { name, faults: all.flatMap(({ faults }) => faults), gaps: all.flatMap(({ gaps }) => gaps) };
}

function demand<Value>(fact: Observed<Value>, isMet: (value: Value) => boolean, fault: string): Shortcomings {
  return { faults: fact.known && !isMet(fact.value) ? [fault] : [], gaps: gapsOf(fact) };
}

function notLogged(logs: readonly Log[], region: string): string {
  if (logs.length === 0) return `No trail and no event data store covers ${region}.`;
  const said = logs.map(({ name, faults }) => `${name} ${enumerate(faults)}`);
  return `No log takes in the changes in ${region}: ${said.join("; ")}.`;
}
