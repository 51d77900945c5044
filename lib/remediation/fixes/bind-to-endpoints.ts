import type { Fix, FixInput } from "@/lib/remediation/fix";
import { consumersNamed, dutyRefusals } from "@/lib/remediation/fixes/duty-refusals";
import { refuseActions } from "@/lib/remediation/fixes/refuse-actions";

/** KDS-NET-05: records through the account's own endpoints of the Region, and in no other way. */
export function bindToEndpoints(input: FixInput): Fix | undefined {
  const { finding, snapshot } = input;
  const places = new Set(finding.subjects.map(({ accountId, region }) => `${accountId} ${region}`));
  const endpointIds = snapshot.accounts.flatMap(({ accountId, regions }) =>
    regions.flatMap(({ region, vpcEndpoints }) =>
      places.has(`${accountId} ${region}`) && vpcEndpoints.known
        ? vpcEndpoints.value.map(({ id }) => id)
        : [],
    ),
  );
  // Without an endpoint nothing would be left.
  if (endpointIds.length === 0) return undefined;
  const Condition = { StringNotEquals: { "aws:SourceVpce": endpointIds.toSorted() } };
  return refuseActions(input, {
    words: `Refuse records to requests that come through none of ${endpointIds.join(", ")}.`,
    about: "endpoints-only",
    refusals: () =>
      dutyRefusals(["produce", "consume"], { streamArns: finding.streamArns }).map((refusal) =>
        Object.assign({}, refusal, { Condition }),
      ),
    announces: [
      consumersNamed,
      {
        words:
          "Whoever calls from elsewhere, and services that call for the principal, are refused: make sure first that its VPC has an endpoint with private DNS.",
      },
    ],
  });
}
