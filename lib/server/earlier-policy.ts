import "server-only";
import { parseArn } from "@/lib/model/arn";
import { type Earlier, ofEarlier } from "@/lib/model/earlier";
import type { Report, ReportPrincipal } from "@/lib/model/report";
import { loadEarlierReport } from "@/lib/server/earlier-report";
import { loadPolicyView, type PolicyView } from "@/lib/server/policies";
import { principalsByArn } from "@/lib/server/report-index";

interface Where {
  readonly accountId: string;
  readonly region?: string;
}

/** A document that the scan before read and the newest could not; undefined for one that is gone. */
export async function loadEarlierPolicy(
  report: Report,
  policyId: string,
): Promise<Earlier<PolicyView> | undefined> {
  const [owner = ""] = policyId.split("#");
  for (const where of unreadPlaces(report, owner)) {
    const earlier = await loadEarlierReport(report, where);
    const view = ofEarlier(earlier, (was) => loadPolicyView(was, policyId));
    if (view) return view;
  }
  return undefined;
}

export interface EarlierPrincipal {
  readonly principal: ReportPrincipal;
  /** That it stands in. */
  readonly report: Report;
}

/** A user, group or role that the scan before read, where the newest could read none of the account. */
export async function loadEarlierPrincipal(
  report: Report,
  arn: string,
): Promise<Earlier<EarlierPrincipal> | undefined> {
  for (const where of unreadIdentities(report, parseArn(arn)?.accountId)) {
    const earlier = await loadEarlierReport(report, where);
    const found = ofEarlier(earlier, (was) => {
      const principal = principalsByArn(was).get(arn);
      return principal && { principal, report: was };
    });
    if (found) return found;
  }
  return undefined;
}

/** Where the newest scan could not read the documents of whatever it is that they belong to. */
function unreadPlaces(report: Report, owner: string): readonly Where[] {
  const arn = parseArn(owner);
  switch (arn?.service) {
    case "iam":
      return unreadIdentities(report, arn.accountId);
    case "kinesis":
      return isStreamUnread(report, owner, arn) ? [arn] : [];
    case "kms":
      return unreadKeyPlaces(report, owner, arn.region);
    case undefined:
      return report.networks.filter(
        ({ vpcEndpoints }) =>
          !vpcEndpoints.known || vpcEndpoints.value.some(({ id, policy }) => id === owner && !policy.known),
      );
    default:
      return [];
  }
}

/** `aws`: what AWS manages is read with each account's own. */
function unreadIdentities({ scan }: Report, ownerId: string | undefined): readonly Where[] {
  return scan.accounts.filter(
    ({ accountId }) =>
      (ownerId === "aws" || ownerId === accountId) &&
      isGap(scan, "iam:GetAccountAuthorizationDetails", { accountId }),
  );
}

/** The policy of a stream, or of a consumer of it. */
function isStreamUnread({ scan, streams }: Report, owner: string, where: Where): boolean {
  const stream = streams.find(({ arn }) => owner === arn || owner.startsWith(`${arn}/`));
  if (!stream) return isGap(scan, "kinesis:ListStreams", where);
  const { resourcePolicy, consumers } = stream.facts;
  if (owner === stream.arn) return !resourcePolicy.known;
  return !consumers.known || consumers.value.some((each) => each.arn === owner && !each.resourcePolicy.known);
}

/** Of the streams that name the key, or that may: it can belong to another account than they do. */
function unreadKeyPlaces({ keys, streams }: Report, owner: string, region: string): readonly Where[] {
  const key = keys.find(({ arn }) => arn === owner);
  if (key?.policy.known) return [];
  const naming = new Set(key?.streamArns);
  const first = streams.find(({ arn, region: place, facts }) =>
    key ? naming.has(arn) : place === region && !facts.encryption.known,
  );
  return first ? [first] : [];
}

function isGap({ gaps, accounts }: Report["scan"], action: string, { accountId, region }: Where): boolean {
  return gaps.some(
    (gap) =>
      gap.action === action &&
      (region === undefined || gap.region === undefined || gap.region === region) &&
      (accounts.length === 1 || gap.accountId === accountId),
  );
}
