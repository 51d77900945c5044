import type { Tag } from "@aws-sdk/client-ec2";
import type { SeedClients } from "./seed-clients";
import type { SeedLog } from "./seed-log";
import type { Translation } from "./translation";

/** What every part of the seed works with, in one Region. */
export interface SeedContext {
  readonly region: string;
  readonly clients: SeedClients;
  readonly log: SeedLog;
  readonly translation: Translation;
}

/** The tag by which a second run finds what the first one made: emulators choose their own ids. */
export const markKey = "weir-demo-id";

export function isMarked(tags: readonly Tag[] | undefined, demoId: string | undefined): boolean {
  return (tags ?? []).some(({ Key, Value }) => Key === markKey && Value === demoId);
}

/** The tags of the demo account with our mark. */
export function markedTags(tags: readonly Tag[] | undefined, demoId: string | undefined): Tag[] {
  return [...(tags ?? []), ...(demoId === undefined ? [] : [{ Key: markKey, Value: demoId }])];
}
