import type { Duty } from "@/lib/model/duty";

/** The roles of the course; whoever shares a stream administers it. */
const courseRoles = ["administrators", "resharding", "producers", "consumers"] as const;
export type CourseRole = (typeof courseRoles)[number];

const roleOfDuty: Readonly<Partial<Record<Duty, CourseRole>>> = {
  administer: "administrators",
  share: "administrators",
  reshard: "resharding",
  produce: "producers",
  consume: "consumers",
};

/** Undefined for managing a key, which the course does not name. */
export function courseRoleOf(duty: Duty): CourseRole | undefined {
  return roleOfDuty[duty];
}

const doingOfRole: Readonly<Record<CourseRole, string>> = {
  administrators: "administering",
  resharding: "resharding",
  producers: "writing",
  consumers: "reading",
};

/** In words, in the order of the course. */
export function doings(roles: Iterable<CourseRole>): string[] {
  const named = new Set(roles);
  return courseRoles.filter((role) => named.has(role)).map((role) => doingOfRole[role]);
}
