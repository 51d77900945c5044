import type { ReactNode } from "react";
import type { MatrixLinks } from "@/components/duties/duty-matrix";
import { faceOf } from "@/components/duties/principal-face";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";

interface ApartProps {
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Principals who stand apart from the rows of a matrix: said with a count, and opened to see who they are. */
export function Apart({ title, open = false, children }: ApartProps) {
  return (
    <details open={open} className="border-t border-line">
      <summary className="px-4 py-2 text-sm hover:bg-sunken/45">{title}</summary>
      {children}
    </details>
  );
}

interface NamesProps {
  readonly arns: readonly string[];
  readonly accountId: string;
  readonly links: Pick<MatrixLinks, "principal">;
}

export function ApartNames({ arns, accountId, links }: NamesProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 pt-1 pb-3 text-sm">
      {arns.map((arn) => (
        <li key={arn} title={arn}>
          <AppLink to={links.principal(arn)}>
            <AttackerText>{faceOf(arn, accountId).name}</AttackerText>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
