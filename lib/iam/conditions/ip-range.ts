/** An address, or the addresses that begin alike. */
export interface IpRange {
  readonly version: 4 | 6;
  readonly address: bigint;
  /** How many of the first bits count. */
  readonly prefix: number;
}

/** `10.0.0.0/8`, `2001:db8::/32`; a bare address is a range of one. */
export function readIpRange(text: string): IpRange | undefined {
  const slash = text.includes("/") ? text.indexOf("/") : text.length;
  const addressText = text.slice(0, slash);
  const prefixText = text.slice(slash + 1);
  const address = readIpV4(addressText) ?? readIpV6(addressText);
  if (!address) return undefined;
  const bits = bitsOf(address.version);
  if (slash === text.length) return { ...address, prefix: bits };
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : Number.NaN;
  return prefix <= bits ? { ...address, prefix } : undefined;
}

/** Whether the first bits of both are the same; an address is never in a range of the other version. */
export function contains(range: IpRange, { version, address }: IpRange): boolean {
  // BigInt, because a shift of 32-bit numbers by 32 is a shift by 0: 0.0.0.0/0 would contain nobody.
  const rest = BigInt(bitsOf(range.version) - range.prefix);
  return version === range.version && address >> rest === range.address >> rest;
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

type Address = Omit<IpRange, "prefix">;

/** No leading zeros: some read them as octal. */
function readIpV4(text: string): Address | undefined {
  if (!/^(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|$)){4}$/.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return { version: 4, address: bytes.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n) };
}

function readIpV6(text: string): Address | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const [before, after] = [groupsOf(head, tail === undefined), groupsOf(tail ?? "", true)];
  if (!before || !after) return undefined;
  const gap = 8 - before.length - after.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return undefined;
  const groups = [...before, ...Array.from({ length: gap }, () => 0n), ...after];
  return { version: 6, address: groups.reduce((total, group) => (total << 16n) | group, 0n) };
}

/** The 16-bit groups; the very last may be an IPv4 address, which is two. */
function groupsOf(text: string, endsAddress: boolean): bigint[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    const v4 = endsAddress && index === parts.length - 1 ? readIpV4(part) : undefined;
    if (v4) groups.push(v4.address >> 16n, v4.address & 0xffffn);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
