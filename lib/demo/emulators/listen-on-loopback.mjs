// @ts-check
// Preloaded into kinesis-local, which listens on all addresses and has no setting for it.
import { Server } from "node:net";

const listen = Server.prototype.listen;

/** @this {Server} @param {...unknown} args */
Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, ...others] = args;
  const callback = others.find((each) => typeof each === "function");
  const options =
    typeof first === "object" && first !== null
      ? { ...first, host: "127.0.0.1" }
      : { port: first, host: "127.0.0.1" };
  return Reflect.apply(listen, this, callback === undefined ? [options] : [options, callback]);
};
