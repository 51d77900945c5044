import { newChannelArn } from "@/lib/kinesis/access/access-resources";
import { sharingByChannel } from "@/lib/kinesis/access/duty-actions";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { once } from "@/lib/kinesis/access/once";
import type { PlacedStream } from "@/lib/kinesis/access/account-parts";
import { allOf, permit, surely } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { partiesThatMay } from "@/lib/kinesis/reach/stream-technique";
import type { StreamLead, StreamTechnique } from "@/lib/kinesis/reach/stream-technique";
import type { TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { permitPassing } from "@/lib/kinesis/reach/techniques/pass-role";
import { trustedServices } from "@/lib/kinesis/reach/trusted-services";
import type { TrustedService } from "@/lib/kinesis/reach/trusted-services";
import type { Party } from "@/lib/model/stream-access";

interface DeliveryRole {
  readonly party: Party;
  readonly trusted: TrustedService;
}

/**
 * A channel copies the records of a stream to a bucket, under a role that is passed to it.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/data-delivery-iam.html
 */
export function createChannel(techniques: TechniqueWorld): StreamTechnique {
  const makers = partiesThatMay(techniques, [sharingByChannel.create]);
  const roles = once(() => deliveryRoles(techniques));
  return (streamArn) => {
    const placed = techniques.world.duties.streams.get(streamArn);
    if (!placed || makers.length === 0) return [];
    return roles().flatMap((role) => {
      const onKey = deliverable(techniques, role.party, placed);
      if (!onKey) return [];
      return makers.flatMap(({ party }) => {
        const permission = allOf([onKey, making(techniques, party, placed, role)]);
        return permission ? [leadTo(party, role.party, permission)] : [];
      });
    });
  };
}

function leadTo(party: Party, role: Party, permission: Permission): StreamLead {
  const actions = [sharingByChannel.create, sharingByChannel.associate, "iam:PassRole"];
  return { party, technique: "create-channel", target: role.arn, actions, permission, duties: ["consume"] };
}

function deliveryRoles({ reach, trustOf, world }: TechniqueWorld): DeliveryRole[] {
  return reach.own.flatMap(({ party }) => {
    const trust = party.kind === "role" ? (trustOf(party.arn) ?? []) : [];
    const trusted = trustedServices(trust, world.parts.accountId).find(
      ({ service }) => service === "kinesis.amazonaws.com",
    );
    return trusted ? [{ party, trusted }] : [];
  });
}

/** A channel takes no stream with the AWS managed key, and reads one with a customer managed key as its role. */
function deliverable({ world }: TechniqueWorld, role: Party, placed: PlacedStream): Permission | undefined {
  const key = streamKey(placed);
  if (key.kind === "none") return surely;
  if (key.kind === "aws-managed") return undefined;
  const { access, conditions } = world.keyHalfOf(role, "consume", placed.stream.arn);
  if (access === "denied") return undefined;
  if (access === "allowed") return surely;
  return { certainty: access === "conditional" ? "conditional" : "unknown", conditions };
}

function making(
  { world, reach }: TechniqueWorld,
  party: Party,
  { stream, place }: PlacedStream,
  { party: role, trusted }: DeliveryRole,
): Permission | undefined {
  const channel = newChannelArn(world.parts, place.region);
  const may = (action: string, resourceArn: string) => permit(world.duties, party, { action, resourceArn });
  return allOf([
    may(sharingByChannel.create, channel),
    may(sharingByChannel.associate, channel),
    may(sharingByChannel.associate, stream.arn),
    permitPassing(reach, party, role.arn, trusted),
    trusted.permission,
  ]);
}
