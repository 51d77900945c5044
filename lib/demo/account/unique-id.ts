const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const modulus = 2_147_483_647;

/**
 * An IAM unique id (`AROA…`, `AIDA…`) that is always the same for the same name.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function uniqueId(prefix: "AROA" | "AIDA" | "AGPA" | "ANPA" | "AIPA", name: string): string {
  let state = 7;
  for (const character of `${prefix}/${name}`)
    state = (state * 131 + (character.codePointAt(0) ?? 0)) % modulus;
  let id: string = prefix;
  while (id.length < 21) {
    state = (state * 48_271) % modulus;
    id += alphabet.charAt(Math.floor(state / 64) % alphabet.length);
  }
  return id;
}
