import { parseArn } from "@/lib/model/arn";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { changeRegions } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { command } from "@/lib/remediation/shell";

/** KDS-SHR-03: what carries records to somebody whom nobody knows is taken away. */
export function stopCarrying({ finding }: FixInput): Fix | undefined {
  const { region } = finding.subjects[0] ?? {};
  const { id: arn } = finding.cause;
  const verb = region === undefined ? undefined : verbFor(arn, region);
  if (!verb) return undefined;
  return {
    words: `Delete the ${verb.kind}, or declare the account or host as known under Settings if records are meant to go there.`,
    commands: [verb.text],
    terraform: `# Take the ${verb.kind} out of the configuration that made it.\n`,
    cloudFormation: cloudFormation({}),
    documents: [],
    announces: [
      { words: "Records are no longer carried there. Nothing that has arrived is deleted." },
      { checkId: "KDS-LP-06", words: "A policy that names it names nothing from then on." },
    ],
    apply: (given) => changeRegions(given, (each) => withoutCarrier(each, arn)),
  };
}

function verbFor(arn: string, region: string): { readonly kind: string; readonly text: string } | undefined {
  const service = parseArn(arn)?.service;
  const name = arn.split("/").at(-1) ?? "";
  const on = ["--region", region];
  if (service === "firehose")
    return {
      kind: "delivery stream",
      text: command("aws", "firehose", "delete-delivery-stream", ...on, "--delivery-stream-name", name),
    };
  if (service === "pipes")
    return { kind: "pipe", text: command("aws", "pipes", "delete-pipe", ...on, "--name", name) };
  if (service === "kinesis")
    return {
      kind: "channel",
      text: command("aws", "kinesis", "delete-channel", ...on, "--channel-arn", arn),
    };
  return undefined;
}

function withoutCarrier(region: RegionSnapshot, arn: string): RegionSnapshot {
  const { channels, deliveryStreams, pipes } = region;
  const isOther = (each: { readonly arn: string }) => each.arn !== arn;
  return {
    ...region,
    ...(channels.known && { channels: { ...channels, value: channels.value.filter(isOther) } }),
    ...(deliveryStreams.known && {
      deliveryStreams: { ...deliveryStreams, value: deliveryStreams.value.filter(isOther) },
    }),
    ...(pipes.known && { pipes: { ...pipes, value: pipes.value.filter(isOther) } }),
  };
}
