export interface WireReply {
  readonly kind: "reply";
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request gets: a reply, a socket that stays silent, or a socket that is torn down. */
export type WireAnswer = WireReply | { readonly kind: "hang" } | { readonly kind: "reset" };
