/** What keeps a command from running, in one sentence for the one who typed it. */
export class CliError extends Error {
  override readonly name = "CliError";
}
