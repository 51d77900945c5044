import "server-only";
import { fallbackRegions, type RegionChoice } from "@/lib/aws/home-region";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { Observed } from "@/lib/model/observed";
import type { ScanRequest } from "@/lib/model/scan";

/**
 * The Regions to scan: those named, or all enabled ones, or the one that environment or profile name.
 * The demo account is scanned whole unless Regions are named.
 *
 * @throws {ScanFailureError} when nothing says which.
 */
export function chooseRegions(
  request: ScanRequest,
  choice: RegionChoice,
  enabled: Observed<readonly string[]>,
): string[] {
  if (request.regions.length > 0) return [...new Set(request.regions)].toSorted();
  if (!request.allRegions && request.source.kind !== "demo") return fallbackRegions(request, choice);
  if (enabled.known) return [...enabled.value];
  // The gap stays in the snapshot: that other Regions were not looked at is said there.
  if (choice.configured !== undefined) return [choice.configured];
  throw new ScanFailureError({
    code: enabled.gap.reason === "access-denied" ? "access-denied" : "unexpected",
    message: `The enabled Regions could not be read: ${enabled.gap.message}`,
    advice: "Allow ec2:DescribeRegions, or name the Regions to scan.",
  });
}
