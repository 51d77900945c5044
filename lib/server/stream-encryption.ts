import type { Report, ReportStream } from "@/lib/model/report";

export const encryptionKinds = ["none", "aws-managed", "customer", "unknown"] as const;
export type EncryptionKind = (typeof encryptionKinds)[number];

/** Answers what a stream's records are encrypted with. */
export function encryptionReader({ keys }: Pick<Report, "keys">): (stream: ReportStream) => EncryptionKind {
  const keyByArn = new Map(keys.map((key) => [key.arn, key]));

  return ({ facts: { encryption, keyArn } }) => {
    if (!encryption.known) return "unknown";
    if (encryption.value.type === "none") return "none";
    // `alias/aws/` is reserved to AWS, whatever key is behind it.
    if (/(^|:)alias\/aws\//.test(encryption.value.keyReference)) return "aws-managed";
    const metadata = keyArn === undefined ? undefined : keyByArn.get(keyArn)?.metadata;
    if (!metadata?.known || !metadata.value?.manager.known) return "unknown";
    return metadata.value.manager.value === "aws" ? "aws-managed" : "customer";
  };
}
