"use client";

import { useEffect, useState } from "react";
import { TimeAgo } from "@/components/ui/time-ago";

interface LiveTimeAgoProps {
  readonly at: string;
  /** The server's clock at the first render, ISO 8601, so that both sides draw the same. */
  readonly now: string;
}

/** Stays true while the frame stays and only the pages in it change. */
export function LiveTimeAgo({ at, now }: LiveTimeAgoProps) {
  const [current, setCurrent] = useState(() => new Date(now));

  useEffect(() => {
    const timer = setInterval(() => setCurrent(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);

  return <TimeAgo at={at} now={current} />;
}
