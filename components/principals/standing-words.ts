import type { PrincipalReach } from "@/lib/model/principal-reach";

export const standingWords: Readonly<Record<PrincipalReach["standing"], string | undefined>> = {
  "account-administrator": "Account administrator",
  "shadow-administrator": "Can make itself account administrator",
  "stream-administrator": "Stream administrator",
  ordinary: undefined,
};
