import { ConfigError, readConfig } from "@/lib/config/config";
import { processState } from "@/lib/server/process-state";
import { securityHeaders } from "@/lib/server/security-headers";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Loopback names stay allowed when the environment is not readable, so that the page that says so can be seen. */
const loopbackHosts = ["127.0.0.1", "localhost", "[::1]"];

/** The answer to a request that goes no further, or undefined. */
export function refusalOf(request: Request): Response | undefined {
  const host = request.headers.get("host") ?? "";
  if (!isAllowedHost(host, allowedHosts()))
    return refuse(
      request,
      421,
      "misdirected",
      "This server does not answer to that host name; WEIR_ALLOWED_HOSTS lists further ones.",
    );
  if (!safeMethods.has(request.method) && !comesFromHere(request.headers, host))
    return refuse(request, 403, "forbidden", "Only pages of this server may ask for that.");

  const { failure } = processState();
  return failure === undefined ? undefined : refuse(request, 503, "unavailable", failure);
}

/**
 * A page of another name that resolves to this machine (DNS rebinding) carries its own name in Host.
 * The port does not matter: a tunnel may come in on another one.
 */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const name = /^(\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host)?.[1];
  return name !== undefined && allowed.includes(name.toLowerCase());
}

/**
 * Whether a request that changes something comes from our own page, or from no page at all.
 * Browsers send Origin with every such request, and Sec-Fetch-Site where they send no Origin.
 */
export function comesFromHere(headers: Headers, host: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === normalise(host, origin);
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

/** As the URL standard writes it: lower case, without the scheme's own port. */
function normalise(host: string, origin: string): string | undefined {
  const url = `${new URL(origin).protocol}//${host}`;
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function allowedHosts(): readonly string[] {
  try {
    return readConfig(process.env).allowedHosts;
  } catch (error) {
    if (error instanceof ConfigError) return loopbackHosts;
    throw error;
  }
}

function refuse(request: Request, status: number, code: string, message: string): Response {
  const headers = { ...securityHeaders, "cache-control": "no-store" };
  if (new URL(request.url).pathname.startsWith("/api/"))
    return Response.json({ error: { code, message } }, { status, headers });
  return new Response(page(message), {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}

function page(message: string): string {
  const text = message.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Weir</title><h1>Weir</h1><p>${text}</p></html>`;
}
