import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import type { Question } from "@/lib/aws/aws-caller";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { CollectionError } from "@/lib/aws/collection-error";
import type { GapReason } from "@/lib/model/observed";
import type { CallAccess } from "@/lib/model/preflight";

const accessByReason: Readonly<Partial<Record<GapReason, CallAccess["access"]>>> = {
  "access-denied": "denied",
  "not-implemented": "not-implemented",
};

/** Tries calls, each once, and keeps what came of them. */
export class Attempts {
  readonly #context: CallContext;
  readonly #accesses: CallAccess[] = [];

  constructor(context: CallContext) {
    this.#context = context;
  }

  get accesses(): readonly CallAccess[] {
    return this.#accesses;
  }

  /** The answer, or undefined when there is none. */
  async try<Answer>(call: AwsCall, question: Omit<Question<Answer>, "region">): Promise<Answer | undefined> {
    const { aws, region } = this.#context;
    const { action } = call;
    try {
      const answer = await aws.ask(call, { ...question, region });
      this.#accesses.push({ action, access: "allowed" });
      return answer;
    } catch (error) {
      if (!(error instanceof CollectionError)) throw error;
      const { reason, message } = error.gap;
      this.#accesses.push({ action, access: accessByReason[reason] ?? "failed", detail: message });
      return undefined;
    }
  }

  skip(calls: readonly AwsCall[], why: string): void {
    for (const { action } of calls) this.#accesses.push({ action, access: "not-tried", detail: why });
  }
}
