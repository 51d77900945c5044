import { excerpt, markLines, type Line, type PolicyDocument } from "@/components/policy/policy-lines";
import { Icon } from "@/components/ui/icon";
import { ScrollFrame } from "@/components/ui/scroll-frame";
import { countOf } from "@/lib/format/count-of";

interface PolicyTextProps {
  readonly document: PolicyDocument;
  readonly name: string;
  /** Zero-based indexes of the statements to mark. */
  readonly marked?: readonly number[];
  /** Only the marked lines and what stands around them. */
  readonly brief?: boolean;
}

const nothing: readonly number[] = [];

/** A policy document with its line numbers. It is shown as text, whatever it holds. */
export function PolicyText({ document, name, marked = nothing, brief = false }: PolicyTextProps) {
  const lines = markLines(document, marked);
  const runs = brief ? excerpt(lines) : [{ lines }];
  return (
    <>
      {document.problem !== undefined && (
        <p className="flex gap-2 px-3 py-2 text-sm text-unknown">
          <Icon name="unknown" className="mt-0.5 size-4" />
          {document.problem}
        </p>
      )}
      <ScrollFrame label={`Text of ${name}`} className="bg-surface py-2">
        <pre dir="ltr" className="w-max min-w-full text-xs leading-5">
          {runs.map((run) =>
            "leftOut" in run ? (
              <LeftOut key={`left-out-${run.leftOut}`} count={run.leftOut} />
            ) : (
              run.lines.map((line) => <CodeLine key={line.number} line={line} />)
            ),
          )}
        </pre>
      </ScrollFrame>
    </>
  );
}

function CodeLine({ line: { number, text, marked } }: { readonly line: Line }) {
  const look = marked ? "border-medium bg-highlight" : "border-transparent";
  const Text = marked ? "mark" : "code";
  return (
    <span className={`block border-s-2 pe-4 ${look}`}>
      <span aria-hidden="true" className="inline-block w-10 pe-3 text-end text-muted select-none">
        {number}
      </span>
      <Text className="bg-transparent font-mono text-ink">
        <bdi>{text}</bdi>
      </Text>
      {"\n"}
    </span>
  );
}

function LeftOut({ count }: { readonly count: number }) {
  return (
    <span className="block ps-10 text-muted select-none">
      … {countOf(count, "line")}
      {"\n"}
    </span>
  );
}
