import { PolicyText } from "@/components/policy/policy-text";
import { decisionWords, documentName, type TryAnswer } from "@/components/try/try-answer";
import { Icon } from "@/components/ui/icon";
import { AttackerText } from "@/components/ui/attacker-text";

const looks = {
  allowed: { icon: "pass", ink: "text-pass" },
  "explicitly-denied": { icon: "close", ink: "text-critical" },
  "implicitly-denied": { icon: "not-applicable", ink: "text-muted" },
  undetermined: { icon: "unknown", ink: "text-unknown" },
} as const;

/** The decision on what was tried, and why. */
export function TryResult({ answer }: { readonly answer: TryAnswer }) {
  const { decision, undeterminedKeys, statements, documents } = answer;
  const { icon, ink } = looks[decision];
  const deciding = documents.filter(({ label }) => statements.some(({ policy }) => policy === label));
  return (
    <div className="grid min-w-0 gap-4">
      <div>
        <p className={`flex items-center gap-2 text-xl font-semibold ${ink}`}>
          <Icon name={icon} className="size-5" />
          {decisionWords[decision].name}
        </p>
        <p className="mt-1">{decisionWords[decision].why}</p>
      </div>
      {undeterminedKeys && undeterminedKeys.length > 0 && (
        <section>
          <h3 className="font-semibold">What would settle it</h3>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {undeterminedKeys.map((key) => (
              <li key={key}>
                <AttackerText mono>{key}</AttackerText>
              </li>
            ))}
          </ul>
        </section>
      )}
      {deciding.map((document) => (
        <figure key={document.label} className="min-w-0 overflow-clip rounded-md border border-line">
          <figcaption className="border-b border-line bg-sunken px-3 py-1.5 text-sm">
            {documentName(document.label)}
          </figcaption>
          <PolicyText
            document={document}
            name={documentName(document.label)}
            marked={statements.flatMap(({ policy, index }) => (policy === document.label ? [index] : []))}
            brief
          />
        </figure>
      ))}
    </div>
  );
}
