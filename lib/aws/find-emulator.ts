import "server-only";
import type { EmulatorKind } from "@/lib/model/preflight";

const patienceMs = 2000;

/**
 * Which emulator answers at an address, where it says so of its own accord: LocalStack and kinesis-local by their
 * health pages, moto by the name of its web server.
 *
 * @see https://docs.localstack.cloud/aws/capabilities/networking/internal-endpoints/
 */
export async function findEmulator(endpoint: string, signal: AbortSignal): Promise<EmulatorKind | undefined> {
  const health = await look(endpoint, "/_localstack/health", signal);
  if (health?.status === 200 && /"services"\s*:/.test(health.body)) return "localstack";
  if (/^Werkzeug\/.*amazon\.com/.test(health?.server ?? "")) return "moto";
  const check = await look(endpoint, "/healthcheck", signal);
  return check?.status === 200 && check.body === "" ? "kinesis-local" : undefined;
}

async function look(endpoint: string, path: string, signal: AbortSignal) {
  try {
    const response = await fetch(new URL(path, endpoint), {
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    const body = (await response.text()).slice(0, 10_000);
    return { status: response.status, server: response.headers.get("server") ?? "", body };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
