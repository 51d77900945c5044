"use client";

import { useEffect } from "react";

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The arrow keys go from mark to mark of a matrix, over the blanks between them. */
export function MatrixKeys() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = steps[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!(event.target instanceof HTMLElement)) return;
      const next = nextMark(event.target, step);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return null;
}

function nextMark(from: HTMLElement, [down, right]: readonly [number, number]): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>("[data-matrix] tbody :is(td, th)");
  const row = cell?.closest("tr");
  const rows = [...(row?.closest("tbody")?.rows ?? [])];
  if (!cell || !row) return undefined;
  let [y, x] = [rows.indexOf(row) + down, cell.cellIndex + right];
  for (; rows[y]?.cells[x]; y += down, x += right) {
    const link = rows[y]?.cells[x]?.querySelector("a");
    if (link) return link;
  }
  return undefined;
}
