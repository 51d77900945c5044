import "server-only";

/** The bucket holds 100 calls and is refilled at this rate. */
export const ec2Read = {
  perSecond: 20,
  rateSource: "https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html",
};
