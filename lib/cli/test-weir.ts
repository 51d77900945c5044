import { spawn } from "node:child_process";
import { pipeline, Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What comes on stdin; nothing does if it is left out. */
  readonly input?: Iterable<string>;
  /** Sent as soon as stderr shows the text. */
  readonly interruptAt?: string;
}

/** Runs the real command line in a process of its own, with an environment that holds nothing of this machine's AWS set-up. */
export function runWeir(
  args: readonly string[],
  { env = {}, input = [], interruptAt }: RunOptions = {},
): Promise<Ran> {
  const node = ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts"];
  const child = spawn(process.execPath, [...node, ...args], {
    cwd: root,
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      HOME: "/nonexistent",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A command that ends early leaves its input unread.
  pipeline(Readable.from(input), child.stdin, () => {});
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    if (interruptAt !== undefined && stderr.includes(interruptAt)) child.kill("SIGINT");
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
