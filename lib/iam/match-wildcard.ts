export interface MatchOptions {
  /** Compare letters without case, as for actions; resources and values keep theirs. */
  readonly ignoreCase?: boolean;
}

/**
 * Whether IAM's wildcards cover a text: `*` stands for any characters, none included, `?` for exactly
 * one; everything else, regular expression characters included, stands for itself.
 *
 * Only the last `*` is ever widened, so that the time is bounded by pattern length times text length:
 * a policy written to be slow cannot stall a scan.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesWildcard(pattern: string, text: string, options: MatchOptions = {}): boolean {
  return options.ignoreCase ? covers(pattern.toLowerCase(), text.toLowerCase()) : covers(pattern, text);
}

function covers(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let textAtStar = 0;

  while (inText < text.length) {
    const symbol = pattern[inPattern];
    if (symbol === "*") {
      star = inPattern++;
      textAtStar = inText;
    } else if (symbol === "?" || symbol === text[inText]) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++textAtStar;
    } else return false;
  }
  return isOnlyStars(pattern.slice(inPattern));
}

/** Whether a pattern is `*`, however often it is written, or empty. */
function isOnlyStars(pattern: string): boolean {
  return /^\**$/.test(pattern);
}
