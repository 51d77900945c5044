/** The policy of one role, as the page shows it. */
export interface RoleView {
  readonly role: string;
  /** Undefined where it is not proven, or where there is nothing to allow. */
  readonly document: string | undefined;
  readonly notes: readonly string[];
  readonly needsKeyStatements: boolean;
  readonly allows: readonly string[];
  readonly conditions: readonly string[];
  readonly otherStreams: number;
  readonly limits: readonly string[];
  readonly problems: readonly string[];
}

export const roleTitles: Readonly<Record<string, string>> = {
  administrators: "Administrators",
  resharding: "Resharding",
  producers: "Producers",
  consumers: "Consumers",
};
