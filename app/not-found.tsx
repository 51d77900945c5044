import type { Metadata } from "next";
import { linksFor } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  const go = linksFor(undefined);
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Not found</h1>
      <EmptyState title="There is nothing at this address">
        A scan may have been removed, or a newer scan may not know the stream or document any more. See{" "}
        <AppLink to={go("/streams")}>all streams</AppLink> or <AppLink to={go("/scans")}>all scans</AppLink>.
      </EmptyState>
    </>
  );
}
