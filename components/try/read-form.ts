import type { TryInput } from "@/components/try/to-simulation";

/** What stands in the form. */
export function readForm(form: FormData): TryInput {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const text = (name: string) => texts(name)[0] ?? "";
  return {
    principal: text("principal"),
    action: text("action"),
    resource: text("resource"),
    context: text("context"),
    contextComplete: form.get("contextComplete") === "on",
    identityPolicies: texts("identityPolicies"),
    boundary: text("boundary"),
    resourcePolicy: text("resourcePolicy"),
  };
}
