import type { AuditSettings } from "@/lib/model/settings";
import type { Stream } from "@/lib/model/stream";
import { became, changeStreams, findStreams } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** What its owner has to say. */
const unsaid = "to-be-stated";

/** KDS-OPS-03 */
export function tagStreams({ finding, snapshot, settings }: FixInput): Fix | undefined {
  const streams = findStreams(snapshot, new Set(finding.streamArns)).map((stream) => ({
    stream,
    added: tagsFor(stream, settings),
  }));
  if (streams.length === 0 || streams.some(({ added }) => !added)) return undefined;
  const tagged = streams.map(({ stream, added }) => ({
    stream,
    tags: { ...(stream.tags.known && stream.tags.value), ...added },
    added: added ?? {},
  }));
  return {
    words: `Put the tags on the stream, with what is true of it in the place of ${unsaid}.`,
    ...written(tagged),
    documents: [],
    announces: [
      { words: "Tags may decide who reaches a stream, by aws:ResourceTag, and what its environment is." },
    ],
    apply: (given) =>
      tagged.reduce(
        (changed, { stream, tags }) =>
          changeStreams(changed, new Set([stream.arn]), (each) =>
            Object.assign({}, each, {
              tags: became(each.tags, tags, "tag:GetResources"),
            }),
          ),
        given,
      ),
  };
}

interface Tagged {
  readonly stream: Stream;
  readonly tags: Readonly<Record<string, string>>;
  readonly added: Readonly<Record<string, string>>;
}

function written(tagged: readonly Tagged[]): Pick<Fix, "commands" | "terraform" | "cloudFormation"> {
  const blocks = tagged.map(({ stream: { name }, tags }) =>
    resourceBlock("aws_kinesis_stream", terraformName(name), { name, tags: ownOf(tags) }),
  );
  const resources = tagged.map(({ stream: { name }, tags }) => [
    logicalId("Stream", name),
    {
      Type: "AWS::Kinesis::Stream",
      Properties: {
        Name: name,
        Tags: Object.entries(ownOf(tags)).map(([Key, Value]) => ({ Key, Value })),
      },
    },
  ]);
  return {
    commands: tagged.map(({ stream: { arn, region }, added }) =>
      command(
        "aws",
        "kinesis",
        "add-tags-to-stream",
        "--region",
        region,
        "--stream-arn",
        arn,
        "--tags",
        JSON.stringify(added),
      ),
    ),
    terraform: blocks.join("\n"),
    cloudFormation: cloudFormation(Object.fromEntries(resources)),
  };
}

/** AWS's own tags are not to be set. */
function ownOf(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:")));
}

/** Undefined where the stream's tags were not read, or nothing is missing. */
function tagsFor({ tags }: Stream, { requiredTagKeys }: AuditSettings): Record<string, string> | undefined {
  if (!tags.known) return undefined;
  const present = tags.value;
  const keys = requiredTagKeys.length > 0 ? requiredTagKeys : ["owner"];
  const missing = keys.filter((key) => !Object.hasOwn(present, key));
  return missing.length === 0 ? undefined : Object.fromEntries(missing.map((key) => [key, unsaid]));
}
