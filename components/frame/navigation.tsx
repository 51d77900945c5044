import { NavLink } from "@/components/frame/nav-link";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";

const groups: readonly (readonly { path: string; name: string; icon: IconName }[])[] = [
  [
    { path: "/", name: "Overview", icon: "overview" },
    { path: "/streams", name: "Streams", icon: "streams" },
    { path: "/findings", name: "Findings", icon: "findings" },
    { path: "/waivers", name: "Waivers", icon: "waived" },
  ],
  [
    { path: "/principals", name: "Principals", icon: "principals" },
    { path: "/policies", name: "Policies", icon: "policies" },
    { path: "/network", name: "Network", icon: "network" },
    { path: "/keys", name: "Keys", icon: "keys" },
  ],
  [
    { path: "/scans", name: "Scans", icon: "scans" },
    { path: "/compare", name: "Compare", icon: "compare" },
    { path: "/connect", name: "Connect", icon: "connect" },
    { path: "/checklist", name: "Checklist", icon: "checklist" },
    { path: "/settings", name: "Settings", icon: "settings" },
  ],
];

/** The way to every page. */
export function Navigation() {
  return (
    <nav aria-label="Main">
      {groups.map((group) => (
        <ul
          key={group[0]?.path}
          className="not-first:mt-2 not-first:border-t not-first:border-line not-first:pt-2"
        >
          {group.map(({ path, name, icon }) => (
            <li key={path}>
              <NavLink path={path}>
                <Icon name={icon} />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
