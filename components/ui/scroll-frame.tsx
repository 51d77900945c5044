import type { ReactNode } from "react";

interface ScrollFrameProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** The only places that scroll inside a page: code and raw facts. They are reachable by keyboard, to be scrolled by it. */
export function ScrollFrame({ label, children, className = "" }: ScrollFrameProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must take the focus (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className={`max-h-[480px] overflow-auto ${className}`}>
      {children}
    </section>
  );
}
