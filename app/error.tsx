"use client";

import { quietButton } from "@/components/ui/button-classes";

/** In place of a page that could not be made. What went wrong stays in the log of the process: it may hold names. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <div role="alert" className="mx-auto max-w-[64ch] py-12">
      <h1 className="text-xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-2 text-muted">
        The log of the Weir process says why
        {error.digest !== undefined && (
          <>
            , under <code>{error.digest}</code>
          </>
        )}
        . Nothing was lost, and nothing was changed in the account.
      </p>
      <button type="button" onClick={reset} className={`${quietButton} mt-4`}>
        Try again
      </button>
    </div>
  );
}
