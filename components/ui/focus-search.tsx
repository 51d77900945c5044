"use client";

import { useEffect } from "react";

/** `/` goes to the search field, unless the reader is writing somewhere. */
export function FocusSearch({ fieldId }: { readonly fieldId: string }) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const writing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || writing || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      document.getElementById(fieldId)?.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [fieldId]);

  return null;
}
