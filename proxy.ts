import { NextResponse, type NextRequest } from "next/server";
import { refusalOf } from "@/lib/server/refusal";
import { contentSecurityPolicy, makeNonce, securityHeaders } from "@/lib/server/security-headers";

/** The first fence: who may ask, and what the browser may do with the answer. Loaders authorise on their own. */
export function proxy(request: NextRequest): Response {
  const refusal = refusalOf(request);
  if (refusal) return refusal;

  const nonce = makeNonce();
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's own policy and puts it on its scripts.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}
