const isoDate =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2}))?)?$/;

/** Eleven digits of seconds reach the year 5138; longer ones look like milliseconds. */
const epochSeconds = /^-?(?:\d{1,3}|\d{5,11})(?:\.\d+)?$/;

/**
 * An instant in seconds since 1970, from epoch seconds or from W3C's profile of ISO 8601. Undefined for
 * anything that can be read in two ways: four digits (a year?), more than eleven (milliseconds?), a
 * time of day without its zone.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function readInstant(text: string): number | undefined {
  if (epochSeconds.test(text)) return Number(text);
  const parts = isoDate.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts;
  const [y, m, d] = [Number(year), Number(month), Number(day ?? 1)];
  const [h, min, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (!isDay(y, m, d) || h > 23 || min > 59 || s > 59) return undefined;
  return Date.UTC(y, m - 1, d, h, min, s) / 1000 + Number(`0.${fraction ?? 0}`) - offsetSeconds(zone);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
}

function offsetSeconds(zone = "Z"): number {
  if (zone === "Z") return 0;
  const digits = zone.replaceAll(/\D/g, "");
  const seconds = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60;
  return zone.startsWith("-") ? -seconds : seconds;
}
