/** What the server answers to a policy that is tried. */
export interface TryAnswer {
  readonly decision: "allowed" | "explicitly-denied" | "implicitly-denied" | "undetermined";
  readonly undeterminedKeys?: readonly string[];
  readonly statements: readonly {
    readonly policy: string;
    readonly index: number;
    readonly sid?: string;
    readonly effect: "Allow" | "Deny";
  }[];
  /** The documents that were given, laid out, by the names that `statements` point at. */
  readonly documents: readonly {
    readonly label: string;
    readonly text: string;
    readonly statements: readonly {
      readonly index: number;
      readonly startLine: number;
      readonly endLine: number;
    }[];
  }[];
}

export const decisionWords: Readonly<Record<TryAnswer["decision"], { name: string; why: string }>> = {
  allowed: { name: "Allowed", why: "The marked statements allow it, and nothing refuses it." },
  "explicitly-denied": {
    name: "Denied",
    why: "A statement refuses it; no Allow, wherever it stands, can overrule a Deny.",
  },
  "implicitly-denied": {
    name: "Denied",
    why: "Nothing allows it, and everything is denied until it is allowed.",
  },
  undetermined: {
    name: "It depends",
    why: "What is known of the request does not settle it: the marked statements hang on the keys below.",
  },
};

/** `identityPolicies[1]` as the form calls it. */
export function documentName(label: string): string {
  const identity = /^identityPolicies\[(\d+)\]$/.exec(label);
  if (identity) return `Identity policy ${Number(identity[1]) + 1}`;
  if (label === "boundary") return "Permissions boundary";
  return label === "resourcePolicy" ? "Resource policy" : label;
}
