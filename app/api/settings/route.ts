import { settingsInputSchema } from "@/lib/model/settings-input";
import { answer } from "@/lib/server/api";
import { readJson } from "@/lib/server/read-json";
import { changeSettings, loadSettings } from "@/lib/server/settings";

/** What the owner declared, or the defaults. */
export function GET(): Promise<Response> {
  return answer(async () => ({ settings: await loadSettings() }));
}

/** Declares all of it anew, and judges the newest scan by it. */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => changeSettings(await readJson(request, settingsInputSchema, 64 * 1024)));
}

/** Back to the defaults. */
export function DELETE(): Promise<Response> {
  return answer(() => changeSettings(undefined));
}
