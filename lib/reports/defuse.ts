/**
 * What a spreadsheet may take for the beginning of a formula: the four signs, their full-width and small
 * forms, also behind blanks, byte order marks and control characters that it skips; and the characters
 * that OWASP and ASVS name on their own.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n\0]/u;

/** Text that a spreadsheet shows instead of running it. Names from AWS may begin with `=`, `+`, `-` and `@`. */
export function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
