import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { listVpcEndpoints } from "@/lib/server/vpc-endpoints";

/** The VPC endpoints for Kinesis of the latest scan, and the Regions where they could not be read. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), ...listVpcEndpoints(report) };
  });
}
