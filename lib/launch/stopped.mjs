// @ts-check

/** A reason to stop that the user can act on; shown as its one sentence, without a stack. */
export class Stopped extends Error {
  /** @override */
  name = "Stopped";
}

/**
 * Runs an entry point; a {@link Stopped} becomes a sentence on stderr and exit code 1.
 *
 * @param {() => Promise<number | void>} main answers the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stopped ? `weir: ${error.message}` : error);
    process.exitCode = 1;
  }
}
