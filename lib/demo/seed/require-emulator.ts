import { lookup } from "node:dns/promises";
import { BlockList, isIP, isIPv6 } from "node:net";

/** Why the seed does not run; one sentence, without a password that an address may hold. */
export class SeedError extends Error {
  override readonly name = "SeedError";
}

/** Loopback and private addresses. Link-local ones are left out: cloud metadata services listen there. */
const privateAddresses = new BlockList();
privateAddresses.addSubnet("127.0.0.0", 8, "ipv4");
privateAddresses.addSubnet("10.0.0.0", 8, "ipv4");
privateAddresses.addSubnet("172.16.0.0", 12, "ipv4");
privateAddresses.addSubnet("192.168.0.0", 16, "ipv4");
privateAddresses.addAddress("::1", "ipv6");
privateAddresses.addSubnet("fc00::", 7, "ipv6");

/** AWS's own domains, by which a resolver in a VPC gives private addresses as well. */
const awsName = /(^|\.)(amazonaws\.[a-z.]+|aws|amazonwebservices\.[a-z.]+|ic\.gov|sgov\.gov|adc-e\.uk)$/;

const localNames = /(^|\.)(localhost|localstack\.cloud)$/;

/**
 * The address of an emulator, or a refusal: the seed writes, and must never come near an AWS account.
 *
 * Names of a container network (`http://localstack:4566`) have no dot and must resolve to private addresses. That an
 * address is private does not prove that it is no VPC endpoint of AWS: for that the seed signs with made-up keys.
 *
 * @throws {SeedError}
 */
export async function requireEmulator(endpoint: string, name = "--endpoint"): Promise<string> {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SeedError(
      `${name} must be the http or https address of an emulator, such as http://127.0.0.1:4566.`,
    );
  if (url.username || url.password)
    throw new SeedError(`${name} must not hold a user name or password; an emulator asks for none.`);

  const host = url.hostname.replaceAll(/^\[|\]$|\.$/g, "").toLowerCase();
  if (awsName.test(host)) throw refusal(name, host, "that is AWS");
  if (!(await isLocal(host))) throw refusal(name, host, "that is no loopback or private address");
  return url.href.replace(/\/$/, "");
}

function refusal(name: string, host: string, why: string): SeedError {
  return new SeedError(
    `${name} names ${host}, and ${why}: the demo account's resources are only ever created on an emulator, at a loopback or private address, *.localhost or *.localstack.cloud.`,
  );
}

async function isLocal(host: string): Promise<boolean> {
  if (isIP(host) !== 0) return isPrivate(host);
  if (localNames.test(host)) return true;
  if (host.includes(".")) return false;
  const addresses = await lookup(host, { all: true }).catch(() => []);
  return addresses.length > 0 && addresses.every(({ address }) => isPrivate(address));
}

function isPrivate(address: string): boolean {
  return privateAddresses.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
