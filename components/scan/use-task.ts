"use client";

import { useState } from "react";
import { messageOf } from "@/components/send";

/** What a control is busy with, and what went wrong the last time. */
export function useTask<Name extends string>() {
  const [busy, setBusy] = useState<Name>();
  const [problem, setProblem] = useState<string>();

  function run(name: Name, work: () => Promise<void>): void {
    setBusy(name);
    setProblem(undefined);
    work()
      .catch((error: unknown) => setProblem(messageOf(error)))
      .finally(() => setBusy(undefined));
  }

  return { busy, problem, run };
}
