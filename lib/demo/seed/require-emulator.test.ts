import { describe, expect, it } from "vitest";
import { requireEmulator, SeedError } from "./require-emulator";
import { chooseTarget } from "./seed-clients";

describe("requireEmulator", () => {
  it.each([
    "http://127.0.0.1:4566",
    "http://127.8.9.10:5000",
    "http://[::1]:4566",
    "http://localhost:4566",
    "http://kinesis.localhost:4566",
    "https://localhost.localstack.cloud:4566",
    "http://10.1.2.3:4566",
    "http://172.31.0.4:4566",
    "http://192.168.1.20:4566",
    "http://[fd00::12]:4566",
    "http://2130706433:4566",
  ])("takes %s", async (endpoint) => {
    await expect(requireEmulator(endpoint)).resolves.toContain("//");
  });

  it.each([
    ["https://kinesis.us-east-1.amazonaws.com", "that is AWS"],
    ["https://kinesis.us-east-1.amazonaws.com.", "that is AWS"],
    ["https://KINESIS.us-east-1.AMAZONAWS.COM", "that is AWS"],
    ["https://111122223333.control-kinesis.eu-west-1.amazonaws.com", "that is AWS"],
    ["https://kinesis.cn-north-1.amazonaws.com.cn", "that is AWS"],
    ["https://kinesis.us-east-1.api.aws", "that is AWS"],
    ["https://kinesis.cn-north-1.api.amazonwebservices.com.cn", "that is AWS"],
    ["https://kinesis.eusc-de-east-1.amazonaws.eu", "that is AWS"],
    ["https://kinesis.us-iso-east-1.c2s.ic.gov", "that is AWS"],
    ["https://vpce-0a1b-2c3d.kinesis.us-east-1.vpce.amazonaws.com", "that is AWS"],
    ["https://example.com", "no loopback or private address"],
    ["https://localhost.example.com", "no loopback or private address"],
    ["https://notlocalhost", "no loopback or private address"],
    ["https://evil-localstack.cloud", "no loopback or private address"],
    ["http://127.0.0.1.nip.io:4566", "no loopback or private address"],
    ["http://52.94.0.1", "no loopback or private address"],
    ["http://0.0.0.0:4566", "no loopback or private address"],
    ["http://[::ffff:52.94.0.1]", "no loopback or private address"],
    ["http://169.254.169.254", "no loopback or private address"],
    ["http://172.32.0.1", "no loopback or private address"],
    ["ftp://127.0.0.1", "http or https"],
    ["127.0.0.1:4566", "http or https"],
  ])("refuses %s: %s", async (endpoint, why) => {
    await expect(requireEmulator(endpoint)).rejects.toThrow(SeedError);
    await expect(requireEmulator(endpoint)).rejects.toThrow(why);
  });

  it("refuses an address with a password, and does not repeat it", async () => {
    const error: unknown = await requireEmulator("http://user:hunter2@127.0.0.1").catch(
      (each: unknown) => each,
    );
    expect(String(error)).toContain("must not hold a user name");
    expect(String(error)).not.toContain("hunter2");
  });
});

describe("chooseTarget", () => {
  it("refuses the address of one service by the name of its variable", async () => {
    const env = { AWS_ENDPOINT_URL_IAM: "https://iam.amazonaws.com" };
    await expect(chooseTarget("http://127.0.0.1:4566", env)).rejects.toThrow("AWS_ENDPOINT_URL_IAM");
  });

  it("puts the address of one service before that of all", async () => {
    const target = await chooseTarget("http://127.0.0.1:1", {
      AWS_ENDPOINT_URL_KINESIS: "http://127.0.0.1:2",
    });
    expect(target.endpoints).toMatchObject({ KINESIS: "http://127.0.0.1:2", IAM: "http://127.0.0.1:1" });
  });

  it("never holds anybody's keys; an account number is none", async () => {
    const keyOf = async (key: string) =>
      (await chooseTarget("http://127.0.0.1:1", { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: "own" }))
        .accessKeyId;
    expect(await keyOf("AKIAIOSFODNN7EXAMPLE")).toBe("test");
    expect(await keyOf("222233334444")).toBe("222233334444");
  });
});
