import { answer } from "@/lib/server/api";
import { forgetConnection, loadConnection } from "@/lib/server/connection";

/** What is remembered of how the account was last reached; null: nothing. */
export function GET(): Promise<Response> {
  return answer(async () => ({ connection: (await loadConnection()) ?? null }));
}

export function DELETE(): Promise<Response> {
  return answer(async () => {
    await forgetConnection();
    return new Response(null, { status: 204 });
  });
}
