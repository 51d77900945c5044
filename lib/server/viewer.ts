import "server-only";
import { headers } from "next/headers";

/**
 * The gate that every loader passes first.
 *
 * On loopback with one user, whoever passed the Host check of `proxy.ts` may look. Reading the
 * request's headers also keeps every page that loads something out of the build-time prerender,
 * which would freeze it with the data of the machine that built it.
 */
export async function requireViewer(): Promise<void> {
  await headers();
}
