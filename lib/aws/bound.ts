/** Runs what it is given, at once or later. */
export type Run = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets as many through at a time; the others wait in line. */
export function bound(max: number): Run {
  let free = max;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
