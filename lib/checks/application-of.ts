import type { DeclaredSettings } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";

/** Whether streams are of one application by their tag; a gap where a tag that decides it was not read. */
export function shareApplication(
  streams: readonly Stream[],
  { applicationTagKey }: DeclaredSettings<"applicationTagKey">,
): { readonly value: string } | { readonly gap: Gap } | undefined {
  if (applicationTagKey === "") return undefined;
  const values = new Set(
    streams.flatMap(({ tags }) => (tags.known ? [valueOf(tags.value, applicationTagKey)] : [])),
  );
  const unread = streams.flatMap(({ tags }) => (tags.known ? [] : [tags.gap]));
  const [value] = values;
  if (values.size > 1 || (values.size === 1 && value === undefined)) return undefined;
  const [gap] = unread;
  if (gap) return { gap };
  return value === undefined ? undefined : { value };
}

function valueOf(tags: Readonly<Record<string, string>>, tagKey: string): string | undefined {
  const values = Object.entries(tags).filter(([key]) => key.toLowerCase() === tagKey.toLowerCase());
  // Keys that differ by case may contradict each other, and then say nothing.
  return values.length === 1 ? values[0]?.[1] : undefined;
}
