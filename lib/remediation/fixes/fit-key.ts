import { viaKinesis } from "@/lib/kinesis/via-kinesis";
import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { findStreams, findKey } from "@/lib/remediation/change-snapshot";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { keyPolicyFix } from "@/lib/remediation/fixes/close-key";
import { parseDocument } from "@/lib/remediation/edit-statements";

/** KDS-REST-06: the key lets those use it, through Kinesis and for this stream, whom the stream lets in. */
export function fitKey({ finding, snapshot }: FixInput): Fix | undefined {
  const [stream] = findStreams(snapshot, new Set(finding.streamArns));
  const { principals = [] } = finding.cause;
  const key = stream && customerKeyOf(stream, snapshot);
  const before = key?.policy.known ? key.policy.value : undefined;
  const document = before === undefined ? undefined : parseDocument(before);
  if (!stream || !key || before === undefined || !document || principals.length === 0) return undefined;
  const statement = {
    Sid: `RecordsOf${stream.name.replaceAll(/[^A-Za-z0-9]/g, "")}`,
    Effect: "Allow",
    Principal: { AWS: principals },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: {
      StringEquals: {
        "kms:ViaService": viaKinesis(stream.region),
        "kms:EncryptionContext:aws:kinesis:arn": stream.arn,
      },
    },
  };
  const statements = [document.Statement].flat();
  const after = JSON.stringify({ ...document, Statement: [...statements, statement] }, null, 2);
  return keyPolicyFix(key, {
    before,
    after,
    words:
      "Let the principals use the key through Kinesis for this stream alone; or take the stream out of their policies, if they are not meant to have its records.",
    announces: [
      ...[
        "KDS-SOD-01",
        "KDS-SOD-02",
        "KDS-SOD-03",
        "KDS-SOD-06",
        "KDS-CRED-01",
        "KDS-CRED-02",
        "KDS-CRED-03",
        "KDS-NET-05",
        "KDS-LP-07",
      ].map((checkId) => ({
        checkId,
        words: "What the key kept from them until now counts as held from then on.",
      })),
      {
        checkId: "KDS-REST-05",
        words: "A principal of an account that is not known stands in the key's policy, too.",
      },
      { words: "A principal of another account needs a policy of its own account beside it." },
    ],
  });
}

function customerKeyOf(stream: Stream, snapshot: Snapshot): KmsKey | undefined {
  const place = snapshot.accounts
    .find(({ accountId }) => accountId === stream.accountId)
    ?.regions.find(({ region }) => region === stream.region);
  const key = place && toRoleStream(stream, place).key;
  return key?.kind === "customer" ? findKey(snapshot, key.arn) : undefined;
}
