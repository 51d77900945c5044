const lengthMax = 300;

/**
 * Text from AWS or a network, made fit for a message: one line, no control or direction characters, not long.
 *
 * EC2's encoded authorization message is left out: hundreds of characters that only
 * `sts:DecodeAuthorizationMessage` can read.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function cleanText(text: string): string {
  const line = text
    .replaceAll(/Encoded authorization failure message: ?\S+/gi, "")
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
  return line.length > lengthMax ? `${line.slice(0, lengthMax)}…` : line;
}
