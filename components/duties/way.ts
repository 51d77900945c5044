import type { ConditionedStatement } from "@/components/duties/condition-words";
import type { ShownDocument } from "@/components/report/cause-list";

/** A document on the way to a duty, and the statements of it that are meant. */
export interface WayStep {
  readonly view: ShownDocument;
  readonly statements: readonly (ConditionedStatement & { readonly index: number; readonly sid?: string })[];
}

/** How a principal comes to a duty on a stream. */
export interface ShownWay {
  readonly documents: readonly WayStep[];
  /** Documents that decide, and that the report does not have. */
  readonly absentIds: readonly string[];
  /** Denies that hang on the same facts as the cell. */
  readonly limits: readonly WayStep[];
}
