import { keyOfStream, managerOf } from "@/lib/kinesis/key-of-stream";
import type { RoleKey, RoleStream } from "@/lib/kinesis/four-roles/four-roles";
import { parseArn } from "@/lib/model/arn";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

/** What the roles of a live stream need to know of it, as far as it was read. */
export function toRoleStream(stream: Stream, parts: Pick<RegionParts, "aliases" | "keys">): RoleStream {
  const { arn, name, accountId, region, mode } = stream;
  const partition = parseArn(arn)?.partition ?? "aws";
  return { arn, name, accountId, region, partition, mode, key: keyFor(stream, parts) };
}

function keyFor(stream: Stream, parts: Pick<RegionParts, "aliases" | "keys">): RoleKey {
  const key = keyOfStream(stream, parts);
  if (key.kind === "not-encrypted") return { kind: "none" };
  if (key.kind === "unreadable") return { kind: "unread", gap: key.gap };
  const manager = managerOf(key);
  if (manager === "aws") return { kind: "aws-managed" };
  if (typeof manager === "object") return { kind: "unread", gap: manager };
  return key.kind === "listed" ? { kind: "customer", arn: key.key.arn } : { kind: "aws-managed" };
}
