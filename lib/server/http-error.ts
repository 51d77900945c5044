const statusByCode = {
  "bad-request": 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "unsupported-media-type": 415,
  unexpected: 500,
  unavailable: 503,
} as const;

export type HttpErrorCode = keyof typeof statusByCode;

/** An outcome that the one who asked can act on; its message is shown as it is. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: HttpErrorCode;

  constructor(code: HttpErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get status(): number {
    return statusByCode[this.code];
  }
}
