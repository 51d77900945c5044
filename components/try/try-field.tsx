import type { ReactNode } from "react";

interface TryFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly children: ReactNode;
}

/** A field with its name, and what is wrong with what stands in it. */
export function TryField({ id, label, hint, problem, children }: TryFieldProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && <p className="text-sm text-muted">{hint}</p>}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-sm text-critical">
          {problem}
        </p>
      )}
    </div>
  );
}
