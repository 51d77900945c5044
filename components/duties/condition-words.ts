/** One line of a Condition block, as written. */
export interface WrittenCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement as far as its conditions are told. */
export interface ConditionedStatement {
  readonly effect: "Allow" | "Deny";
  readonly conditions: readonly WrittenCondition[];
}

const relations: Readonly<Record<string, string>> = {
  StringEquals: "is",
  StringEqualsIgnoreCase: "is",
  StringNotEquals: "is not",
  StringNotEqualsIgnoreCase: "is not",
  StringLike: "is like",
  StringNotLike: "is not like",
  ArnEquals: "is like",
  ArnLike: "is like",
  ArnNotEquals: "is not like",
  ArnNotLike: "is not like",
  IpAddress: "is within",
  NotIpAddress: "is outside",
  Bool: "is",
  NumericEquals: "is",
  NumericNotEquals: "is not",
  NumericLessThan: "is below",
  NumericLessThanEquals: "is at most",
  NumericGreaterThan: "is above",
  NumericGreaterThanEquals: "is at least",
  DateEquals: "is",
  DateNotEquals: "is not",
  DateLessThan: "is before",
  DateLessThanEquals: "is not after",
  DateGreaterThan: "is after",
  DateGreaterThanEquals: "is not before",
};

const setWords: Readonly<Record<string, string>> = {
  foranyvalue: "one of the values of ",
  forallvalues: "every value of ",
};

/** `aws:SourceVpce is vpce-0a1b`; an operator that has no words here is told as it is written. */
export function conditionWords({ operator, key, values }: WrittenCondition): string {
  const [last = "", ...before] = operator.split(":").toReversed();
  const bare = last.replace(/IfExists$/, "");
  const whole = (setWords[before.join(":").toLowerCase()] ?? "") + key;
  if (bare === "Null") return `${whole} is ${values[0] === "true" ? "absent" : "present"}`;
  const listed = values.join(" or ") || "nothing";
  const relation = Object.hasOwn(relations, bare) ? relations[bare] : operator;
  return `${whole} ${relation} ${listed}${bare === last ? "" : ", or is absent"}`;
}

/** `Allowed only when … and …`; `Refused when …`; undefined where a statement has no condition. */
export function whenWords({ effect, conditions }: ConditionedStatement): string | undefined {
  if (conditions.length === 0) return undefined;
  const all = conditions.map(conditionWords).join(", and ");
  return effect === "Allow" ? `Allowed only when ${all}` : `Refused when ${all}`;
}

/** The endpoints without which an Allow allows nothing; none where it allows by other ways, too. */
export function requiredEndpoints({ effect, conditions }: ConditionedStatement): readonly string[] {
  const found = conditions.find(
    ({ key, operator }) => key.toLowerCase() === "aws:sourcevpce" && operator === "StringEquals",
  );
  return effect === "Allow" ? (found?.values ?? []) : [];
}
