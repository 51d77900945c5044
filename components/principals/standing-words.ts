import type { PrincipalReach } from "@/lib/model/principal-reach";

export const standingWords: Readonly<Record<PrincipalReach["standing"], string | undefined>> = {
  "account-administrator": "Account administrator",
  "stream-administrator": "Stream administrator",
  ordinary: undefined,
};
