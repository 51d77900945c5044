import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";
import { decodeDocument } from "@/lib/iam/decision/decode-document";

/** Characters of policy text whose compiled form is kept; a document of AWS has 20,480 at most. */
const charactersMax = 1_000_000;

/** Compiles policies, and keeps those used last, because the same ones stand in line after line. */
export class PolicyCache {
  readonly #policies = new Map<string, CompiledPolicy>();
  #characters = 0;

  compile(document: string | object, kind: PolicyKind): CompiledPolicy {
    const text = typeof document === "string" ? document : JSON.stringify(document);
    const key = `${kind} ${text}`;
    const policy = this.#policies.get(key) ?? compileText(text, kind);
    // Put behind all others, so that the first one is the one not used for longest.
    if (this.#policies.delete(key)) this.#characters -= key.length;
    this.#policies.set(key, policy);
    this.#characters += key.length;
    this.#shrink();
    return policy;
  }

  #shrink(): void {
    for (const key of this.#policies.keys()) {
      if (this.#characters <= charactersMax) return;
      this.#policies.delete(key);
      this.#characters -= key.length;
    }
  }
}

function compileText(text: string, kind: PolicyKind): CompiledPolicy {
  const decoded = decodeDocument(text);
  return decoded === undefined
    ? { ok: false, problem: "the URL encoding is broken" }
    : compilePolicy(decoded, kind);
}
