import type { Gap } from "@/lib/model/observed";

/** What is wrong with one side of a resource, in a sentence, or why that is not known. */
export type Fault = { readonly label: string } | { readonly gap: Gap } | undefined;
