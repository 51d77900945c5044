"use client";

import { useEffect, useRef, type ReactNode } from "react";

interface DropMenuProps {
  readonly label: ReactNode;
  readonly className: string;
  readonly children: ReactNode;
}

/** A list that opens under its button; a click elsewhere, Escape and what is chosen in it close it. Without scripts it still opens. */
export function DropMenu({ label, className, children }: DropMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => menu.current?.removeAttribute("open");
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Node && !menu.current?.querySelector("summary")?.contains(target)) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      close();
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={menu} className="relative">
      <summary className={className}>{label}</summary>
      <div className="absolute right-0 z-20 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line-strong bg-surface p-1 shadow-lg max-rail:right-auto max-rail:left-0">
        {children}
      </div>
    </details>
  );
}
