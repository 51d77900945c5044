import "server-only";
import { z } from "zod";

/** Names that reach this machine only. */
const loopbackHosts = ["127.0.0.1", "localhost", "::1"];

const hostName = z
  .string()
  .regex(/^[a-z0-9.:[\]-]+$/i, "a host name or address without scheme, port, path or wildcard");

const configSchema = z
  .object({
    /** Holds the store; created with access for its owner alone. */
    WEIR_DATA_DIR: z.string().min(1).default(".weir"),
    WEIR_DEMO: z.enum(["0", "1"], "0 or 1").default("0"),
    /** Loopback unless somebody says otherwise: there is no sign-in. */
    WEIR_HOST: hostName.default("127.0.0.1"),
    PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65_535)).default(3000),
    /** Names by which browsers reach this server beside the loopback ones; a request for another is refused. */
    WEIR_ALLOWED_HOSTS: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((name) => name.trim().toLowerCase())
          .filter((name) => name !== ""),
      )
      .pipe(z.array(hostName)),
  })
  .refine((env) => loopbackHosts.includes(env.WEIR_HOST) || env.WEIR_ALLOWED_HOSTS.length > 0, {
    path: ["WEIR_ALLOWED_HOSTS"],
    message:
      "WEIR_HOST lets other machines reach this server: list the names by which they may call it, separated by commas",
  });

/** How this process was asked to run. AWS_* and the rest of the credential chain are read by the AWS SDK itself. */
export interface Config {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** Lower case, without port; the loopback names included. */
  readonly allowedHosts: readonly string[];
}

/** The environment is not one that Weir can run in; the message lists every problem, without values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(problems: readonly string[]) {
    super(["The environment has problems:", ...problems.map((problem) => `- ${problem}`)].join("\n"));
  }
}

/** An empty variable counts as not set, as compose files and CI systems write it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = configSchema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`));

  const { WEIR_DATA_DIR, WEIR_DEMO, WEIR_HOST, PORT, WEIR_ALLOWED_HOSTS } = parsed.data;
  return {
    dataDir: WEIR_DATA_DIR,
    demo: WEIR_DEMO === "1",
    host: WEIR_HOST,
    port: PORT,
    allowedHosts: [...new Set([...loopbackHosts, "[::1]", ...WEIR_ALLOWED_HOSTS])],
  };
}
