import { compact, type Query } from "@/components/links";
import { DownloadMenu } from "@/components/ui/download-menu";

const formats = [
  { format: "html", name: "HTML", use: "one file to open or print" },
  { format: "md", name: "Markdown", use: "for a pull request or a ticket" },
  { format: "csv", name: "CSV", use: "a row a change, for a spreadsheet" },
  { format: "json", name: "JSON", use: "all of it, for programs" },
] as const;

/** Downloads of a comparison. */
export function ComparisonExports({ query }: { readonly query: Query }) {
  const search = new URLSearchParams(compact(query)).toString();
  return (
    <DownloadMenu
      downloads={formats.map(({ format, name, use }) => ({
        href: `/api/compare/${format}?${search}`,
        name,
        use,
      }))}
    />
  );
}
