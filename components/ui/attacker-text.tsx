interface AttackerTextProps {
  readonly children: string;
  readonly mono?: boolean;
}

/**
 * Text that somebody in the audited account chose: set apart, so that its direction marks turn nothing else round. Half a
 * character is written as the page's encoding writes it, or the browser would find another text than the server sent.
 */
export function AttackerText({ children, mono = false }: AttackerTextProps) {
  return (
    <bdi
      dir="auto"
      className={mono ? "font-mono text-[0.93em] [overflow-wrap:anywhere]" : "[overflow-wrap:anywhere]"}
    >
      {children.toWellFormed()}
    </bdi>
  );
}
