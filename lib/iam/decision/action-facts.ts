/**
 * Which resources an action is authorised on.
 *
 * `none`: on no resource, so that only a Resource of `*` covers it. `unsettled`: the service authorization
 * reference lists none, and whether AWS accepts an ARN nevertheless is not known.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
type ActionResources = "typed" | "none" | "unsettled";

/** Looks an action up by `service:Name` in small letters; undefined for one that is not known. */
export type ActionFacts = (action: string) => ActionResources | undefined;
