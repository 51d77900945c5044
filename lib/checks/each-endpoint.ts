import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import type { Observed } from "@/lib/model/observed";
import type { Judgement } from "@/lib/model/verdict";
import { notApplicable, unknown } from "@/lib/checks/judgement";
import { regionSubject } from "@/lib/checks/subject";

/** Judges every VPC endpoint for Kinesis Data Streams of the Region; a Region without one is its own subject. */
export function* eachEndpoint(
  input: RegionPlace & { readonly vpcEndpoints: Observed<readonly VpcEndpoint[]> },
  judge: (endpoint: VpcEndpoint) => Judgement,
): Iterable<Judgement> {
  const { vpcEndpoints, region } = input;
  const subject = regionSubject(input, "endpoint");
  if (!vpcEndpoints.known) yield unknown(subject, vpcEndpoints.gap);
  else if (vpcEndpoints.value.length === 0)
    yield notApplicable(subject, `There is no VPC endpoint for Kinesis Data Streams in ${region}.`, [
      vpcEndpoints.read,
    ]);
  else for (const endpoint of vpcEndpoints.value) yield judge(endpoint);
}
