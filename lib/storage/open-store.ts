import "server-only";
import type { Store } from "@/lib/storage/store";

export interface StoreOptions {
  /** The folder that holds everything Weir keeps. */
  readonly dataDir: string;
}

/**
 * Opens the embedded store, creating folder and tables where they are missing.
 *
 * @throws {StoreLockedError} another process has the folder open
 */
export function openStore(options: StoreOptions): Promise<Store> {
  return Promise.reject(new Error(`not built: ${options.dataDir}`));
}
