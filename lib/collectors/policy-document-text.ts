/**
 * A policy document as IAM sends it, decoded.
 *
 * IAM URL-encodes documents after RFC 3986 and the SDK leaves that to its caller; emulators encode some and not
 * others. Text that cannot be decoded stays as it is: whoever parses it then says that it is unreadable.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html
 */
export function decodePolicyDocument(text: string): string {
  if (text.trimStart().startsWith("{")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
