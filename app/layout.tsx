import type { Metadata } from "next";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/frame/shell";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { loadFrame } from "@/app/load-frame";
import { requestTime } from "@/app/request-time";
import "./globals.css";
import "./print.css";

export const metadata: Metadata = {
  title: { default: "Weir", template: "%s · Weir" },
  description: "The security of Amazon Kinesis Data Streams, audited on live accounts",
};
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const frame = await loadFrame();

  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      {...(theme !== "system" && { "data-theme": theme })}
    >
      <body>
        <Shell frame={frame} theme={theme} now={requestTime()}>
          {children}
        </Shell>
      </body>
    </html>
  );
}
