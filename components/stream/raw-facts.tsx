import { ScrollFrame } from "@/components/ui/scroll-frame";

export interface RawFact {
  readonly name: string;
  readonly value: unknown;
}

/** Facts as the snapshot holds them, for those who check the checker. */
export function RawFacts({ facts }: { readonly facts: readonly RawFact[] }) {
  return facts.map(({ name, value }) => (
    <details key={name} className="rounded-md border border-line">
      <summary className="px-3 py-1.5 text-sm font-medium">Raw facts: {name}</summary>
      <ScrollFrame label={`Facts of ${name}`} className="border-t border-line p-3">
        <pre dir="ltr" className="text-xs leading-5">
          {JSON.stringify(value, null, 2)}
        </pre>
      </ScrollFrame>
    </details>
  ));
}
