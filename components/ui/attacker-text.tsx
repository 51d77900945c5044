interface AttackerTextProps {
  readonly children: string;
  readonly mono?: boolean;
}

/** Text that somebody in the audited account chose: set apart, so that its direction marks turn nothing else round. */
export function AttackerText({ children, mono = false }: AttackerTextProps) {
  return (
    <bdi
      dir="auto"
      className={mono ? "font-mono text-[0.93em] [overflow-wrap:anywhere]" : "[overflow-wrap:anywhere]"}
    >
      {children}
    </bdi>
  );
}
