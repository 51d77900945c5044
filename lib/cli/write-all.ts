/** Resolves when the text has left the process. A reader that has gone, as in `weir … | head`, is not an error. */
export function writeAll(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve() : reject(error));
    stream.once("error", fail);
    stream.write(text, (error) => {
      if (error) return fail(error);
      stream.off("error", fail);
      resolve();
    });
  });
}
