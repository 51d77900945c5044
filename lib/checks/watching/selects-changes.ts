import type { AdvancedSelector, EventSelectors } from "@/lib/model/event-logging";

/** Changes that expose or destroy a stream, as CloudTrail names them. */
export const exposingEvents = [
  "PutResourcePolicy",
  "StopStreamEncryption",
  "CreateChannel",
  "DeleteStream",
] as const;

const source = "kinesis.amazonaws.com";

/** Whether a trail's selectors take in every change of a stream. */
export function selectsChanges({ basic, advanced }: EventSelectors): boolean {
  const takesAll = basic.some(
    ({ readWrite, managementEvents, excludedSources }) =>
      managementEvents &&
      (readWrite === "All" || readWrite === "WriteOnly") &&
      !excludedSources.includes(source),
  );
  return takesAll || selectsChangesAdvanced(advanced);
}

/**
 * The same for advanced selectors: one of them takes an event whose fields all fulfil its conditions. One that asks for
 * anything else of an event, such as who made the change, does not take in every one.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
export function selectsChangesAdvanced(selectors: readonly AdvancedSelector[]): boolean {
  return exposingEvents.every((eventName) => {
    const event = { eventCategory: "Management", readOnly: "false", eventSource: source, eventName };
    const facts = new Map(Object.entries(event));
    return selectors.some(({ fields }) => fields.every((field) => fulfils(field, facts.get(field.field))));
  });
}

function fulfils(field: AdvancedSelector["fields"][number], value: string | undefined): boolean {
  if (value === undefined) return false;
  const { equals, startsWith, endsWith, notEquals, notStartsWith, notEndsWith } = field;
  const isOneOf = (texts: readonly string[] | undefined, holds: (text: string) => boolean) =>
    texts === undefined || texts.some(holds);
  const isNoneOf = (texts: readonly string[] | undefined, holds: (text: string) => boolean) =>
    !(texts ?? []).some(holds);
  return (
    isOneOf(equals, (text) => value === text) &&
    isOneOf(startsWith, (text) => value.startsWith(text)) &&
    isOneOf(endsWith, (text) => value.endsWith(text)) &&
    isNoneOf(notEquals, (text) => value === text) &&
    isNoneOf(notStartsWith, (text) => value.startsWith(text)) &&
    isNoneOf(notEndsWith, (text) => value.endsWith(text))
  );
}
