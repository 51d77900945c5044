"use client";

import { useState } from "react";
import { shortenArn } from "@/lib/format/shorten-arn";

interface CopyArnProps {
  readonly text: string;
  readonly lengthMax?: number;
}

/** An ARN, shortened in its middle: whole on focus and on hover, and copied whole on a click. */
export function CopyArn({ text, lengthMax = 56 }: CopyArnProps) {
  const [copied, setCopied] = useState(false);
  const [whole, setWhole] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <button
      type="button"
      title={text}
      aria-label={copied ? `Copied ${text}` : `Copy ${text}`}
      onClick={() => void copy().catch(() => setWhole(true))}
      onFocus={() => setWhole(true)}
      onBlur={() => {
        setWhole(false);
        setCopied(false);
      }}
      className="print-whole min-h-[24px] max-w-full rounded-sm text-start font-mono text-[0.93em] [overflow-wrap:anywhere] hover:text-accent"
    >
      <bdi>{whole ? text : shortenArn(text, lengthMax)}</bdi>
      {copied && <span className="ms-2 font-sans text-muted">copied</span>}
    </button>
  );
}
