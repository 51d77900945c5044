import type { EventRule } from "@/lib/model/event-rule";

/**
 * Whether a rule waits for an event. `partly`: its pattern asks for what not every such event has. `unread`: it is written
 * in a way that is not read here.
 */
export type Awaits = "yes" | "no" | "partly" | "unread";

/**
 * Whether a rule's pattern takes a call to Kinesis that CloudTrail reports.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function awaits({ pattern }: Pick<EventRule, "pattern">, eventName: string): Awaits {
  let parsed: unknown;
  try {
    parsed = JSON.parse(pattern);
  } catch {
    return "unread";
  }
  return isRecord(parsed) ? takes(parsed, eventOf(eventName)) : "unread";
}

/** What every event of this name has, whoever causes it; everything else differs from one to the next. */
function eventOf(eventName: string): Event {
  return {
    source: "aws.kinesis",
    "detail-type": "AWS API Call via CloudTrail",
    detail: { eventSource: "kinesis.amazonaws.com", eventName },
  };
}

interface Event {
  readonly [field: string]: string | Event;
}

function takes(pattern: Readonly<Record<string, unknown>>, event: Event): Awaits {
  return every(
    Object.entries(pattern).map(([field, wanted]) => {
      if (field === "$or") return "unread";
      const value = Object.hasOwn(event, field) ? event[field] : undefined;
      if (value === undefined) return "partly";
      if (typeof value !== "string") return isRecord(wanted) ? takes(wanted, value) : "unread";
      return Array.isArray(wanted) ? some(wanted.map((each) => matches(each, value))) : "unread";
    }),
  );
}

function matches(wanted: unknown, value: string): Awaits {
  if (!isRecord(wanted)) return toAwaits(wanted === value);
  const [[operator, operand] = [], ...others] = Object.entries(wanted);
  if (others.length > 0) return "unread";
  if (operator === "prefix" && typeof operand === "string") return toAwaits(value.startsWith(operand));
  if (operator === "suffix" && typeof operand === "string") return toAwaits(value.endsWith(operand));
  if (operator === "equals-ignore-case" && typeof operand === "string")
    return toAwaits(value.toLowerCase() === operand.toLowerCase());
  if (operator === "anything-but") return butFor(operand, value);
  if (operator === "exists" && typeof operand === "boolean") return toAwaits(operand);
  return "unread";
}

function butFor(operand: unknown, value: string): Awaits {
  const texts: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  return texts.every((text) => typeof text === "string") ? toAwaits(!texts.includes(value)) : "unread";
}

function toAwaits(is: boolean): Awaits {
  return is ? "yes" : "no";
}

function every(all: readonly Awaits[]): Awaits {
  return firstOf(["no", "unread", "partly"], all) ?? "yes";
}

function some(all: readonly Awaits[]): Awaits {
  return firstOf(["yes", "unread", "partly"], all) ?? "no";
}

function firstOf(order: readonly Awaits[], all: readonly Awaits[]): Awaits | undefined {
  return order.find((each) => all.includes(each));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
