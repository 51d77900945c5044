import type { IconName } from "@/components/ui/icon-sprite";

interface IconProps {
  readonly name: IconName;
  /** Utility classes for size and colour. */
  readonly className?: string;
}

/** A drawing beside a word that says the same; never alone. */
export function Icon({ name, className = "size-4" }: IconProps) {
  return (
    <svg aria-hidden="true" focusable="false" className={`inline-block shrink-0 ${className}`}>
      <use href={`#icon-${name}`} />
    </svg>
  );
}
