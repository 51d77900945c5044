import { withDemoServer } from "../demo-server";
import type { Figure } from "../figure";

/** How long one waits for the first page when everything is installed and built. */
export const figures: readonly Figure[] = [
  {
    name: "start.first-page",
    unit: "s",
    runs: 5,
    measure: () => withDemoServer(({ firstPageSeconds }) => Promise.resolve(firstPageSeconds)),
  },
];
