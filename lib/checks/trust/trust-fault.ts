import type { Statement } from "@/lib/iam/statement";
import type { Gap } from "@/lib/model/observed";
import type { Severity } from "@/lib/model/verdict";

/** What is wrong with one that a trust policy names, or why that is not known. */
export type TrustFault =
  | {
      /** After "can be assumed". */
      readonly says: string;
      readonly severity: Severity;
    }
  | { readonly gap: Gap };

/** An Allow statement, and the Denies beside it. */
export interface TrustStatement {
  readonly statement: Statement;
  readonly denies: readonly Statement[];
}
