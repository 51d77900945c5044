import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * The part of the world in which a process id means one process: the machine, and on Linux the
 * container in it, as process ids count anew in each.
 */
export function processPlace(): string {
  return [hostname(), quietly(() => readlinkSync("/proc/self/ns/pid"))].filter(Boolean).join(" ");
}

/**
 * When a living process began, as its system writes it, so that a process id that was given again is
 * told apart; "" where the system does not say, undefined when there is no such process.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function processStart(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // The name in parentheses may hold spaces; the start is field 22, the 20th after it.
  if (stat) return `${bootId()} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  return quietly(() => askPs(pid)) ?? "";
}

function askPs(pid: number): string {
  const options = { encoding: "utf8", stdio: "pipe", timeout: 5000 } as const;
  return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], options).trim();
}

/** Starts count from the boot. */
function bootId(): string {
  return quietly(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) ?? "";
}

/** A process of another user is alive too: asking for it is refused with EPERM. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
