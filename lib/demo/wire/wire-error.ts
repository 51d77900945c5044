/** An error that a handler answers with: AWS's own code, so that the SDK gives it the name it has in life. */
export class WireError extends Error {
  override readonly name = "WireError";
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
