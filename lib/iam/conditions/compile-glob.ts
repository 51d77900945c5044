import { seek } from "@/lib/iam/conditions/seek-piece";
import type { Piece } from "@/lib/iam/conditions/seek-piece";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";

export type Glob = (text: string) => boolean;

/**
 * A pattern as a function: `*` is any characters, `?` is one, everything else is itself.
 *
 * Each piece between two stars is sought once, leftmost, after the one before. A later place for it
 * never helps those that follow, so that the text is gone through once, whatever somebody has put into a policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileGlob(pattern: PatternText): Glob {
  const pieces = piecesOf(pattern);
  const [first = [], ...rest] = pieces;
  const last = rest.pop();
  if (!last) return whole(first);
  if (rest.length === 0 && last.length === 0) return beginning(first);

  const start = seek(first);
  const end = seek(last);
  const middle = rest.filter((piece) => piece.length > 0).map((piece) => seek(piece));
  return (text) => {
    const endsAt = text.length - last.length;
    if (!start.isAt(text, 0) || !end.isAt(text, endsAt)) return false;
    let from = first.length;
    for (const piece of middle) {
      const found = piece.find(text, from);
      if (found < 0) return false;
      from = found + piece.length;
    }
    return from <= endsAt;
  };
}

function piecesOf(pattern: PatternText): Piece[] {
  let piece: (string | undefined)[] = [];
  const pieces = [piece];
  for (const { text, literal } of pattern)
    // By code unit, so that a place in the pattern is a place in the text.
    for (let index = 0; index < text.length; index++) {
      const symbol = text.charAt(index);
      if (literal || (symbol !== "*" && symbol !== "?")) piece.push(symbol);
      else if (symbol === "?") piece.push(undefined);
      else pieces.push((piece = []));
    }
  return pieces;
}

function whole(piece: Piece): Glob {
  const { isAt, length } = seek(piece);
  return (text) => text.length === length && isAt(text, 0);
}

function beginning(piece: Piece): Glob {
  if (piece.length === 0) return () => true;
  const { isAt } = seek(piece);
  return (text) => isAt(text, 0);
}
