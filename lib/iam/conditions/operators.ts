import { arnEquals } from "@/lib/iam/conditions/arn-equals";
import { arnLike } from "@/lib/iam/conditions/arn-like";
import { arnNotEquals } from "@/lib/iam/conditions/arn-not-equals";
import { arnNotLike } from "@/lib/iam/conditions/arn-not-like";
import { binaryEquals } from "@/lib/iam/conditions/binary-equals";
import { bool } from "@/lib/iam/conditions/bool";
import { dateEquals } from "@/lib/iam/conditions/date-equals";
import { dateGreaterThan } from "@/lib/iam/conditions/date-greater-than";
import { dateGreaterThanEquals } from "@/lib/iam/conditions/date-greater-than-equals";
import { dateLessThan } from "@/lib/iam/conditions/date-less-than";
import { dateLessThanEquals } from "@/lib/iam/conditions/date-less-than-equals";
import { dateNotEquals } from "@/lib/iam/conditions/date-not-equals";
import { ipAddress } from "@/lib/iam/conditions/ip-address";
import { notIpAddress } from "@/lib/iam/conditions/not-ip-address";
import { numericEquals } from "@/lib/iam/conditions/numeric-equals";
import { numericGreaterThan } from "@/lib/iam/conditions/numeric-greater-than";
import { numericGreaterThanEquals } from "@/lib/iam/conditions/numeric-greater-than-equals";
import { numericLessThan } from "@/lib/iam/conditions/numeric-less-than";
import { numericLessThanEquals } from "@/lib/iam/conditions/numeric-less-than-equals";
import { numericNotEquals } from "@/lib/iam/conditions/numeric-not-equals";
import type { Operator } from "@/lib/iam/conditions/operator";
import { stringEquals } from "@/lib/iam/conditions/string-equals";
import { stringEqualsIgnoreCase } from "@/lib/iam/conditions/string-equals-ignore-case";
import { stringLike } from "@/lib/iam/conditions/string-like";
import { stringNotEquals } from "@/lib/iam/conditions/string-not-equals";
import { stringNotEqualsIgnoreCase } from "@/lib/iam/conditions/string-not-equals-ignore-case";
import { stringNotLike } from "@/lib/iam/conditions/string-not-like";

/** All that compare values; Null stands for itself. */
export const operators: readonly Operator[] = [
  stringEquals,
  stringNotEquals,
  stringEqualsIgnoreCase,
  stringNotEqualsIgnoreCase,
  stringLike,
  stringNotLike,
  numericEquals,
  numericNotEquals,
  numericLessThan,
  numericLessThanEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  dateEquals,
  dateNotEquals,
  dateLessThan,
  dateLessThanEquals,
  dateGreaterThan,
  dateGreaterThanEquals,
  bool,
  binaryEquals,
  ipAddress,
  notIpAddress,
  arnEquals,
  arnLike,
  arnNotEquals,
  arnNotLike,
];
