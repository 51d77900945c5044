import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { describeFile, manifestText } from "@/lib/exports/file-manifest";
import { readPrivateKey, readPublicKey, signManifest } from "@/lib/exports/sign";
import { verifyFile } from "@/lib/exports/verify-file";
import type { Report } from "@/lib/model/report";
import type { ReportFormat } from "@/lib/model/report-format";
import { exportBytes } from "@/lib/reports/test-export";
import { sampleReport } from "@/lib/reports/test-hostile";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sealManifest } from "@/lib/scan/report/seal-manifest";
import { sha256 } from "@/lib/scan/sha256";

const timeout = 120_000;
const ours = generateKeyPairSync("ed25519");
const theirs = generateKeyPairSync("ed25519");

function sealed(report: Report): Report {
  const { manifest, ...rest } = report;
  return {
    ...rest,
    manifest: sealManifest({ ...manifest, reportSha256: sha256(canonicalJson(rest)) }, sha256),
  };
}

const report = sealed(sampleReport());

function manifestOf(bytes: Buffer, format: ReportFormat, signed = false): string {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const body = describeFile(report, { format, table: "findings", bytes: bytes.length, sha256: hash });
  return manifestText(body, signed ? signManifest(body, ours.privateKey) : undefined);
}

async function isVerified(...file: Parameters<typeof verifyFile>): Promise<boolean> {
  const findings = await verifyFile(...file);
  return findings.length > 0 && findings.every(({ holds }) => holds);
}

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = changed[at]! ^ 1;
  return changed;
}

/** Places all over a file, its first and last byte among them, the same in every run. */
function places(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor((index * (length - 1)) / (count - 1)));
}

describe.each([
  { format: "json", name: "r.json", count: 400 },
  { format: "html", name: "r.html", count: 60 },
  { format: "pdf", name: "r.pdf", count: 12 },
] as const)("a $format alone", ({ format, name, count }) => {
  it(
    "is verified as it is, and not with one byte changed or one more",
    async () => {
      const bytes = await exportBytes(report, format);
      const passed: number[] = [];
      for (const at of places(bytes.length, count))
        if (await isVerified({ bytes: flip(bytes, at), name })) passed.push(at);

      expect(await isVerified({ bytes, name })).toBe(true);
      expect(await isVerified({ bytes, name: "without-extension" })).toBe(true);
      expect(passed).toEqual([]);
      expect(await isVerified({ bytes: Buffer.concat([bytes, Buffer.from("\n")]), name })).toBe(false);
      expect(await isVerified({ bytes: bytes.subarray(0, -1), name })).toBe(false);
    },
    timeout,
  );
});

it("finds a change of each member of a JSON's manifest", async () => {
  const text = (await exportBytes(report, "json")).toString("utf8");
  for (const value of Object.values(report.manifest)) {
    const changed = text.replace(value, `${value.startsWith("0") ? "1" : "0"}${value.slice(1)}`);
    expect(changed).not.toBe(text);
    expect(await isVerified({ bytes: Buffer.from(changed), name: "r.json" })).toBe(false);
  }
});

it(
  "verifies a part of a large report by making it again, and says that the whole's hash cannot be checked",
  async () => {
    const large = sealed(largeReport({ streams: 2000, findings: 4000 }));
    const findings = await verifyFile({ bytes: await exportBytes(large, "html"), name: "r.html" });

    expect(findings.every(({ holds }) => holds)).toBe(true);
    expect(findings.map(({ says }) => says).join()).toContain("the hash of the whole cannot be checked");
  },
  timeout,
);

describe.each(["csv", "xlsx", "md", "sarif", "asff", "ocsf"] as const)("a %s with its manifest", (format) => {
  it(
    "is verified as it is, and neither with a byte of it nor with one of the manifest changed",
    async () => {
      const bytes = await exportBytes(report, format);
      const manifest = manifestOf(bytes, format);
      const passed: number[] = [];
      for (const at of places(bytes.length, 100))
        if (await isVerified({ bytes: flip(bytes, at), name: "r", manifest })) passed.push(at);
      for (const at of places(manifest.length, 300)) {
        const changed = flip(Buffer.from(manifest), at).toString("utf8");
        if (await isVerified({ bytes, name: "r", manifest: changed })) passed.push(-at);
      }

      expect(await isVerified({ bytes, name: "r", manifest })).toBe(true);
      expect(passed).toEqual([]);
      expect(await verifyFile({ bytes, name: "r" })).toEqual([]);
    },
    timeout,
  );
});

describe("a signed manifest", () => {
  let bytes: Buffer = Buffer.alloc(0);
  let manifest = "";
  beforeAll(async () => {
    bytes = await exportBytes(report, "csv");
    manifest = manifestOf(bytes, "csv", true);
  });

  it.each([
    {
      of: "the key that signed",
      key: ours.publicKey,
      holds: true,
      says: /was checked, and is one of the key [\da-f]{64}/,
    },
    { of: "another key", key: theirs.publicKey, holds: false, says: /is not one of that key/ },
    { of: "no key", key: undefined, holds: true, says: /checked against the key that it names itself/ },
  ])("with $of: $holds", async ({ key, holds, says }) => {
    const findings = await verifyFile({ bytes, name: "r.csv", manifest, key });

    expect(findings.every((finding) => finding.holds)).toBe(holds);
    expect(findings.map((finding) => finding.says).join("\n")).toMatch(says);
  });

  it("does not hold where its manifest is written otherwise, with the same members", async () => {
    const text = JSON.stringify(JSON.parse(manifest));

    expect(await isVerified({ bytes, name: "r.csv", manifest: text })).toBe(false);
  });

  it("does not hold when the manifest was made anew for another file", async () => {
    const other = Buffer.concat([bytes, Buffer.from("x")]);
    const forged = { ...JSON.parse(manifestOf(other, "csv")), signature: JSON.parse(manifest).signature };
    const text = `${JSON.stringify(forged, null, 2)}\n`;

    expect(await isVerified({ bytes: other, name: "r.csv", manifest: text })).toBe(false);
  });

  it("is asked for where a key is given: neither an unsigned manifest nor none will do", async () => {
    const unsigned = manifestOf(bytes, "csv");

    expect(await isVerified({ bytes, name: "r.csv", manifest: unsigned, key: ours.publicKey })).toBe(false);
    expect(await isVerified({ bytes, name: "r.csv", key: ours.publicKey })).toBe(false);
  });

  it.each([{ publicKey: "" }, { value: "" }, { publicKey: "AAAA" }])(
    "does not hold with %j",
    async (change) => {
      const parsed = JSON.parse(manifest);
      const text = `${JSON.stringify({ ...parsed, signature: { ...parsed.signature, ...change } }, null, 2)}\n`;

      expect(await isVerified({ bytes, name: "r.csv", manifest: text })).toBe(false);
    },
  );
});

describe("a key file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "weir-keys-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is read where it holds an Ed25519 key, and refused in one sentence where not", async () => {
    const [good, bad] = [join(folder, "good.pem"), join(folder, "bad.pem")];
    await writeFile(good, ours.privateKey.export({ type: "pkcs8", format: "pem" }));
    await writeFile(bad, generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }));

    expect((await readPrivateKey(good)).asymmetricKeyType).toBe("ed25519");
    expect((await readPublicKey(good)).equals(ours.publicKey)).toBe(true);
    await expect(readPrivateKey(bad)).rejects.toThrow(/holds no private Ed25519 key in PEM\.$/);
    await expect(readPublicKey(join(folder, "none.pem"))).rejects.toThrow(/could not be read/);
  });
});
