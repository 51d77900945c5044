// @ts-check
import { createServer } from "node:net";
import { Stopped } from "./stopped.mjs";

/** @typedef {{ host: string, port: number, url: string }} Address */

/**
 * Where the server shall listen, from WEIR_HOST and PORT; stops when the port is not one, or is taken.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Address>}
 */
export async function chooseAddress(env) {
  const host = env["WEIR_HOST"] || "127.0.0.1";
  const text = env["PORT"] || "3000";
  if (!/^\d+$/.test(text) || Number(text) > 65_535) {
    throw new Stopped(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  const port = await probePort(host, Number(text));
  return { host, port, url: `http://${reachable(host)}:${port}` };
}

/**
 * Takes a port and gives it back: the same one, or a free one for 0.
 *
 * @param {string} host
 * @param {number} wanted
 * @returns {Promise<number>}
 */
export function probePort(host, wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) =>
      reject(new Stopped(listenFailure(host, wanted, error), { cause: error })),
    );
    server.listen({ port: wanted, host, exclusive: true }, () => {
      const bound = server.address();
      const port = bound !== null && typeof bound === "object" ? bound.port : wanted;
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @param {NodeJS.ErrnoException} error
 */
function listenFailure(host, port, error) {
  if (error.code === "EADDRINUSE") {
    return `port ${port} on ${host} is taken by another program; choose another one with PORT, for example PORT=${port < 65_535 ? port + 1 : 3000}.`;
  }
  return `cannot listen on ${host}, port ${port} (${error.code ?? error.message}); choose another one with PORT or WEIR_HOST.`;
}

/** A name that a browser on this machine can open. @param {string} host */
function reachable(host) {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
