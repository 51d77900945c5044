import type { ReactNode } from "react";
import { Menu } from "@/components/frame/menu";
import { Navigation } from "@/components/frame/navigation";
import { SourceBanner } from "@/components/frame/source-banner";
import type { Theme } from "@/components/frame/theme";
import { ThemeToggle } from "@/components/frame/theme-toggle";
import { TopBar, type Rescan } from "@/components/frame/top-bar";
import { Icon } from "@/components/ui/icon";
import { IconSprite } from "@/components/ui/icon-sprite";
import { accountTitle } from "@/lib/format/account-words";
import { formatUtc } from "@/lib/format/utc-time";
import { accountsIn } from "@/lib/model/scan-scope";
import type { Report } from "@/lib/model/report";
import type { SnapshotSource } from "@/lib/model/snapshot";

export type Frame =
  | {
      readonly kind: "ready";
      readonly scan: Report["scan"] | undefined;
      /** Of what is shown, or of the process before anything was scanned. */
      readonly source: SnapshotSource;
      readonly rescan: Rescan;
      readonly runningScanId: string | undefined;
    }
  | { readonly kind: "unavailable"; readonly message: string };

interface ShellProps {
  readonly frame: Frame;
  readonly theme: Theme;
  readonly now: Date;
  readonly children: ReactNode;
}

/** The rail, the bar over the page, and the page; or why there is none. */
export function Shell({ frame, theme, now, children }: ShellProps) {
  return (
    <>
      <IconSprite />
      <a
        href="#main"
        className="absolute top-2 left-2 z-10 -translate-y-16 rounded-md bg-accent px-3 py-1.5 text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="print-alone rail:grid rail:min-h-dvh rail:grid-cols-[208px_minmax(0,1fr)]">
        <Rail theme={theme} />
        <div className="min-w-0">
          <header className="border-b border-line bg-surface screen-only">
            {frame.kind === "ready" && (
              <TopBar scan={frame.scan} rescan={frame.rescan} runningScanId={frame.runningScanId} now={now} />
            )}
          </header>
          {frame.kind === "ready" && frame.scan && <PaperHead scan={frame.scan} />}
          {frame.kind === "ready" && <SourceBanner source={frame.source} />}
          <main id="main" tabIndex={-1} className="mx-auto max-w-[1360px] px-4 py-6 outline-none rail:px-8">
            {frame.kind === "ready" ? children : <Unavailable message={frame.message} />}
          </main>
        </div>
      </div>
    </>
  );
}

/** What the bar says on a screen: a page that was printed must tell what it is of. */
function PaperHead({ scan }: { readonly scan: Report["scan"] }) {
  return (
    <p className="print-only px-4 pb-2 text-sm">
      Weir · {accountTitle(accountsIn(scan))} · {scan.regions.join(", ")} · scanned{" "}
      {formatUtc(scan.finishedAt)} · {scan.set === "course" ? "course checks" : "all checks"}
    </p>
  );
}

function Rail({ theme }: { readonly theme: Theme }) {
  return (
    <div className="border-line bg-surface screen-only rail:border-e">
      <div className="hidden rail:sticky rail:top-0 rail:flex rail:h-dvh rail:flex-col rail:gap-4 rail:overflow-y-auto rail:p-3">
        <p className="flex items-center gap-2 px-2.5 pt-1 text-lg font-semibold tracking-tight">
          <Icon name="streams" className="size-5 text-accent" />
          Weir
        </p>
        <Navigation />
        <div className="mt-auto px-2.5 pb-1">
          <ThemeToggle chosen={theme} />
        </div>
      </div>
      <Menu
        label={
          <>
            <Icon name="menu" />
            <span className="font-semibold">Weir</span>
          </>
        }
      >
        <Navigation />
        <div className="px-2.5 py-2">
          <ThemeToggle chosen={theme} />
        </div>
      </Menu>
    </div>
  );
}

function Unavailable({ message }: { readonly message: string }) {
  return (
    <div role="alert" className="mx-auto max-w-[64ch] py-12">
      <h1 className="text-xl font-semibold tracking-tight">Weir cannot open its data</h1>
      <p className="mt-2 whitespace-pre-line">{message}</p>
      <p className="mt-2 text-muted">Put it right, start Weir again, and load this page anew.</p>
    </div>
  );
}
