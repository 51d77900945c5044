/**
 * Resolves when it has left the process, with whether somebody is still there to read more. A reader that has gone, as in
 * `weir … | head`, is not an error.
 */
export function writeAll(stream: NodeJS.WritableStream, content: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve(false) : reject(error));
    stream.once("error", fail);
    stream.write(content, (error) => {
      if (error) return fail(error);
      stream.off("error", fail);
      resolve(true);
    });
  });
}
