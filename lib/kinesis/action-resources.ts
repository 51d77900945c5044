import type { ActionFacts } from "@/lib/iam/decision/action-facts";

/**
 * The actions of Kinesis that are authorised on no resource, but that AWS's own examples and users write a
 * stream's ARN for. Every other action of Kinesis has a resource.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html
 */
const withoutResource: Readonly<Record<string, "none" | "unsettled">> = {
  "kinesis:describeaccountsettings": "none",
  "kinesis:describelimits": "none",
  "kinesis:injectapierror": "none",
  "kinesis:listchannels": "unsettled",
  "kinesis:liststreams": "none",
  "kinesis:updateaccountsettings": "none",
  "kinesis:disableenhancedmonitoring": "unsettled",
  "kinesis:enableenhancedmonitoring": "unsettled",
  "kinesis:updateshardcount": "unsettled",
  "kinesis:updatestreammode": "unsettled",
};

export const kinesisActions: ActionFacts = (action) =>
  Object.hasOwn(withoutResource, action) ? withoutResource[action] : undefined;
