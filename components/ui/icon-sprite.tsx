import {
  ArrowDownUp,
  BookOpen,
  Boxes,
  Check,
  CircleAlert,
  CircleDashed,
  CircleDot,
  Download,
  FileText,
  Gauge,
  GitCompareArrows,
  Hand,
  History,
  KeyRound,
  Menu,
  Minus,
  Network,
  OctagonAlert,
  Pause,
  Plug,
  Search,
  Settings,
  TriangleAlert,
  Users,
  Waves,
  X,
  type LucideIcon,
} from "lucide-react";

const icons = {
  pass: Check,
  critical: OctagonAlert,
  high: TriangleAlert,
  medium: CircleAlert,
  low: CircleDot,
  unknown: CircleDashed,
  "not-applicable": Minus,
  manual: Hand,
  waived: Pause,
  overview: Gauge,
  streams: Waves,
  findings: Boxes,
  policies: FileText,
  principals: Users,
  network: Network,
  keys: KeyRound,
  checklist: BookOpen,
  scans: History,
  compare: GitCompareArrows,
  connect: Plug,
  settings: Settings,
  search: Search,
  download: Download,
  sort: ArrowDownUp,
  close: X,
  menu: Menu,
} as const satisfies Readonly<Record<string, LucideIcon>>;

export type IconName = keyof typeof icons;

/**
 * Every drawing once a document; `Icon` and `ScoreBar` refer to them. A table of ten thousand cells
 * would otherwise carry each of its icons over the wire.
 */
export function IconSprite() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        {Object.entries(icons).map(([name, Drawing]) => (
          <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
            <Drawing size={24} strokeWidth={2.25} />
          </symbol>
        ))}
        {/* Hatching always means "not known". */}
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.5" height="5" className="fill-unknown" />
        </pattern>
      </defs>
    </svg>
  );
}
