import { compact, type Query } from "@/components/links";
import { quietButton } from "@/components/ui/button-classes";
import { DropMenu } from "@/components/ui/drop-menu";
import { Icon } from "@/components/ui/icon";

const formats = [
  { name: "html", words: "HTML", use: "one file to open or print" },
  { name: "md", words: "Markdown", use: "for a pull request or a ticket" },
  { name: "csv", words: "CSV", use: "a row a change, for a spreadsheet" },
  { name: "json", words: "JSON", use: "all of it, for programs" },
] as const;

/** Downloads of a comparison. */
export function ComparisonExports({ query }: { readonly query: Query }) {
  const search = new URLSearchParams(compact(query)).toString();
  return (
    <DropMenu
      className={`${quietButton} cursor-pointer list-none`}
      label={
        <>
          <Icon name="download" />
          Export
        </>
      }
    >
      <ul>
        {formats.map(({ name, words, use }) => (
          <li key={name}>
            <a
              download
              href={`/api/compare/${name}?${search}`}
              className="flex items-baseline gap-2 rounded px-2 py-1.5 text-sm hover:bg-sunken"
            >
              <span className="font-medium whitespace-nowrap">{words}</span>
              <span className="text-muted">{use}</span>
            </a>
          </li>
        ))}
      </ul>
    </DropMenu>
  );
}
