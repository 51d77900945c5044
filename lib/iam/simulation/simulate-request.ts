import { z } from "zod";

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Far beyond what a request has; each value is held against each of the policies'. */
const valuesMax = 1000;
const resourcesMax = 100;

/** One value, a list of values, or null for a key that is absent. */
const contextValueSchema = z.union([
  scalarSchema.transform((value) => [value]),
  z.array(scalarSchema).max(valuesMax),
  z.null().transform((): string[] => []),
]);

/** Not `z.record`, which leaves out a member named __proto__. */
function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A policy document: the JSON itself, or text, URL-encoded or not. */
const documentSchema = z.union([z.string(), z.custom<object>(isObject, "a policy document is an object")]);
const documentsSchema = z.array(documentSchema);

const principalSchema = z.union([
  z.string(),
  z
    .strictObject({ AWS: z.string(), Service: z.string(), Federated: z.string() })
    .partial()
    .refine((principal) => Object.keys(principal).length === 1, "exactly one of AWS, Service, Federated")
    // Of the one that is there.
    .transform((principal) => Object.values(principal).join("")),
]);

/** A request and the policies to decide it by: one line of `weir simulate`, or a body of the HTTP interface. */
export const simulateLineSchema = z.object({
  request: z.object({
    principal: principalSchema,
    action: z.string().regex(/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/, "an action is service:Name"),
    /** Several, for an action that is authorised on each of them. */
    resource: z.union([
      z
        .string()
        .min(1)
        .transform((resource) => [resource]),
      z.array(z.string().min(1)).min(1).max(resourcesMax),
    ]),
    resourceAccount: z.string().exactOptional(),
    managementAccount: z.string().exactOptional(),
    context: z.record(z.string(), contextValueSchema).exactOptional(),
  }),
  policies: z
    .strictObject({
      identityPolicies: documentsSchema,
      sessionPolicy: documentSchema,
      boundary: documentSchema,
      scps: z.array(documentsSchema),
      rcps: z.array(documentsSchema),
      resourcePolicy: documentSchema,
      endpointPolicies: documentsSchema,
    })
    .partial(),
  contextComplete: z.boolean().default(false),
});

export type SimulateLine = z.output<typeof simulateLineSchema>;
export type PolicyDocument = z.output<typeof documentSchema>;
