"use client";

import { useState } from "react";
import { themeCookie, themes, type Theme } from "@/components/frame/theme";

const words: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };
const yearSeconds = 31_536_000;

/** The choice stands in a cookie, so that the next page comes in it from the first paint. */
export function ThemeToggle({ chosen }: { readonly chosen: Theme }) {
  const [theme, setTheme] = useState(chosen);

  function choose(next: Theme) {
    setTheme(next);
    document.cookie = `${themeCookie}=${next}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
  }

  return (
    <label className="flex items-center gap-2 text-sm text-muted">
      Theme
      <select
        value={theme}
        onChange={({ target }) => choose(themes.find((known) => known === target.value) ?? "system")}
        className="h-8 rounded-md border border-line-strong bg-surface px-1.5 text-sm text-ink"
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
