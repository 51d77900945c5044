/**
 * The same value with the two kinds of text replaced that PostgreSQL refuses in text and jsonb: NUL and
 * half a surrogate pair. An endpoint that calls itself AWS may send either.
 *
 * @see https://www.postgresql.org/docs/current/datatype-json.html
 */
export function storable<T>(value: T): T {
  const clean: T = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? part.replaceAll(/\0|\p{Surrogate}/gu, "\uFFFD") : part,
  );
  return clean;
}
