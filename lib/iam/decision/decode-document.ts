/**
 * The JSON text of a policy document, which IAM's own answers carry URL-encoded (RFC 3986, so that `+`
 * stays what it is) and the others plain. Decoded once at most, as a second time would spoil a `%` in
 * the policy. Undefined for an encoding that is broken.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
export function decodeDocument(text: string): string | undefined {
  if (/^\s*[{[]/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
