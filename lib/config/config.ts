import "server-only";
import { z } from "zod";

/** Names that reach this machine only. */
const loopbackHosts = ["127.0.0.1", "localhost", "::1", "[::1]"];

const hostName = z
  .string()
  .regex(/^[a-z0-9.:[\]-]+$/i, "takes host names or addresses without scheme, path or wildcard");

const envSchema = z.object({
  /** Holds the store; created with access for its owner alone. */
  WEIR_DATA_DIR: z.string().default(".weir"),
  WEIR_DEMO: z.enum(["0", "1"], "is 0 or 1").default("0"),
  /** Loopback unless somebody says otherwise: there is no sign-in. */
  WEIR_HOST: hostName.default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d+$/, "is a whole number from 0 to 65535")
    .transform(Number)
    .pipe(z.int().max(65_535, "is a whole number from 0 to 65535"))
    .default(3000),
  WEIR_ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(",").map((name) => name.trim().toLowerCase()))
    .pipe(z.array(hostName))
    .exactOptional(),
  /** An Ed25519 private key in PEM, by which manifests of exports are signed. */
  WEIR_SIGNING_KEY_FILE: z.string().exactOptional(),
});

/** How this process was asked to run. AWS_* and the rest of the credential chain are read by the AWS SDK itself. */
export interface Config {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** Names by which a browser may call this server, lower case and without port; the loopback names included. */
  readonly allowedHosts: readonly string[];
  readonly signingKeyFile?: string;
}

/** The environment is not one that Weir runs in. The message lists every problem, and no values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(problems: readonly string[]) {
    super(["Weir cannot run in this environment:", ...problems.map((problem) => `- ${problem}`)].join("\n"));
  }
}

/** Reads the environment. An empty variable counts as not set, as compose files and CI systems write it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = envSchema.safeParse(given);
  const problems = new Set(parsed.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`));

  const host = given["WEIR_HOST"];
  if (host && !loopbackHosts.includes(host) && !given["WEIR_ALLOWED_HOSTS"])
    problems.add(
      "WEIR_ALLOWED_HOSTS is not set, but WEIR_HOST lets other machines in: list the names by which browsers may call this server, separated by commas",
    );
  if (!parsed.success || problems.size > 0) throw new ConfigError([...problems]);

  const {
    WEIR_DATA_DIR,
    WEIR_DEMO,
    WEIR_HOST,
    PORT,
    WEIR_ALLOWED_HOSTS = [],
    WEIR_SIGNING_KEY_FILE,
  } = parsed.data;
  return {
    dataDir: WEIR_DATA_DIR,
    demo: WEIR_DEMO === "1",
    host: WEIR_HOST,
    port: PORT,
    allowedHosts: [...new Set([...loopbackHosts, ...WEIR_ALLOWED_HOSTS])],
    ...(WEIR_SIGNING_KEY_FILE !== undefined && { signingKeyFile: WEIR_SIGNING_KEY_FILE }),
  };
}
