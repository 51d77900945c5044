import { quietButton } from "@/components/ui/button-classes";
import { DropMenu } from "@/components/ui/drop-menu";
import { Icon } from "@/components/ui/icon";

export interface Download {
  readonly href: string;
  readonly name: string;
  /** What it is good for. */
  readonly use: string;
}

/** Files to keep of what is on the page. */
export function DownloadMenu({ downloads }: { readonly downloads: readonly Download[] }) {
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
        {downloads.map(({ href, name, use }) => (
          <li key={href}>
            <a
              download
              href={href}
              className="flex items-baseline gap-2 rounded px-2 py-1.5 text-sm hover:bg-sunken"
            >
              <span className="font-medium whitespace-nowrap">{name}</span>
              <span className="text-muted">{use}</span>
            </a>
          </li>
        ))}
      </ul>
    </DropMenu>
  );
}
