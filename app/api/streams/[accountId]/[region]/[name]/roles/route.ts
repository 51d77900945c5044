import { answer, found } from "@/lib/server/api";
import { refuse } from "@/lib/server/api-query";
import { findStream, placeOfSegments } from "@/lib/server/find-stream";
import { loadFourRoles } from "@/lib/server/four-roles";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { parseRoleWish, roleParameters } from "@/lib/server/role-options";

/** The four policies for a stream of the latest scan, each proven by what was read. */
export function GET(
  request: Request,
  { params }: RouteContext<"/api/streams/[accountId]/[region]/[name]/roles">,
): Promise<Response> {
  return answer(async () => {
    const { report, query } = await latestReport(request, roleParameters);
    const { wish, problems } = parseRoleWish(query);
    refuse(problems);
    const stream = found(
      findStream(report, placeOfSegments(await params)),
      "The latest scan saw no such stream.",
    );
    return { ...scanHead(report), ...(await loadFourRoles(report, stream, wish)) };
  });
}
