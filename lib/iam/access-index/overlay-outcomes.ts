import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { fingerprint } from "@/lib/iam/access-index/known-facts";
import type { Applied } from "@/lib/iam/access-index/layer";
import { applyOverlay, mayName } from "@/lib/iam/access-index/overlay-statement";
import type { OverlayStatement } from "@/lib/iam/access-index/overlay-statement";
import { followsFromPrincipal } from "@/lib/iam/access-index/party-facts";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { appliesUnlessListed } from "@/lib/iam/decision/not-principal";

export interface Outcomes {
  readonly applied: readonly Applied[];
  /** The same for principals for whom everything comes out the same. */
  readonly id: string;
}

interface Outcome {
  readonly applied: readonly Applied[];
  readonly number: number;
}

/** Asks statements that tell principals apart, each once for those that it cannot tell apart. */
export function outcomesOf(
  algebra: SetAlgebra,
  statements: readonly OverlayStatement[],
): (principal: IndexedPrincipal) => Outcomes {
  const asked = statements.map((statement) => askOnce(algebra, statement));
  return (principal) => {
    const outcomes = asked.map((ask) => ask(principal));
    return {
      applied: outcomes.flatMap(({ applied }) => applied),
      id: outcomes.map(({ number }) => number).join(),
    };
  };
}

const notNamed: Outcome = { applied: [], number: 0 };

function askOnce(algebra: SetAlgebra, statement: OverlayStatement): (principal: IndexedPrincipal) => Outcome {
  const byMark = new Map<string, Outcome>();
  const byContent = new Map<string, Outcome>();
  const { compiled, keys } = statement;
  const telling = keys.filter(({ name }) => followsFromPrincipal(name));
  return (principal) => {
    if (compiled && !mayName(compiled, principal.caller)) return notNamed;
    const mark = `${exceptionOf(statement, principal)}${principal.mark} ${fingerprint(principal.facts, telling)}`;
    const known = byMark.get(mark);
    if (known) return known;
    const applied = applyOverlay(algebra, statement, principal);
    const content = applied.map(contentOf).join();
    const outcome = byContent.get(content) ?? { applied, number: byContent.size + 1 };
    byContent.set(content, outcome);
    byMark.set(mark, outcome);
    return outcome;
  };
}

/** Whether NotPrincipal excepts somebody hangs on the name and on a boundary. */
function exceptionOf({ compiled }: OverlayStatement, { caller, given }: IndexedPrincipal): string {
  if (!compiled?.excludesPrincipals) return "";
  const { principals = [] } = compiled;
  const hasBoundary = given.boundary !== undefined;
  return `${appliesUnlessListed(principals, caller, hasBoundary)}${appliesUnlessListed(principals, caller, false)}`;
}

function contentOf({ channel, typed, unsettled }: Applied): string {
  return `${channel} ${textOfPair(typed)} ${textOfPair(unsettled)}`;
}

function textOfPair({ must, may }: SetPair): string {
  return `${textOfSet(must)}/${textOfSet(may)}`;
}

function textOfSet({ first, words }: ResourceSet): string {
  return `${first}:${words.join(".")}`;
}
