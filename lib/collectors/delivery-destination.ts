import "server-only";
import { z } from "zod";
import type { DeliveryDestination } from "@/lib/model/delivery-stream";

/** `S3DestinationDescription` and its kin, each beside the name that the model has for it. */
const kindByMember: Readonly<Record<string, string>> = {
  ExtendedS3DestinationDescription: "s3",
  S3DestinationDescription: "s3",
  RedshiftDestinationDescription: "redshift",
  ElasticsearchDestinationDescription: "opensearch",
  AmazonopensearchserviceDestinationDescription: "opensearch",
  AmazonOpenSearchServerlessDestinationDescription: "opensearch-serverless",
  SplunkDestinationDescription: "splunk",
  HttpEndpointDestinationDescription: "http",
  SnowflakeDestinationDescription: "snowflake",
  IcebergDestinationDescription: "iceberg",
};

const text = z.string().nullish();
const bucketSchema = z.object({ BucketARN: text }).nullish();

/** All that is looked at, whatever the kind; the rest holds names of users, tokens and templates. */
const placesSchema = z.object({
  BucketARN: text,
  S3DestinationDescription: bucketSchema,
  S3BackupDescription: bucketSchema,
  DomainARN: text,
  CatalogConfiguration: z.object({ CatalogARN: text, WarehouseLocation: text }).nullish(),
  ClusterJDBCURL: text,
  ClusterEndpoint: text,
  CollectionEndpoint: text,
  HECEndpoint: text,
  EndpointConfiguration: z.object({ Url: text }).nullish(),
  AccountUrl: text,
});

type Places = z.infer<typeof placesSchema>;

/** A list of destinations, of which each names the places that it delivers to. */
export const destinationsSchema = z.array(z.record(z.string(), z.unknown()).transform(toDestination));

function toDestination(
  answer: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): DeliveryDestination {
  // Beside its own description AWS repeats the plain S3 one, for callers of long ago.
  const member = Object.keys(kindByMember).find(
    (name) => answer[name] !== undefined && answer[name] !== null,
  );
  if (member === undefined) return { kind: "unknown", arns: [], hosts: [] };
  const parsed = placesSchema.safeParse(answer[member]);
  if (!parsed.success) {
    context.addIssue(`${member} is not what AWS documents`);
    return z.NEVER;
  }
  return { kind: kindByMember[member] ?? "unknown", arns: arnsOf(parsed.data), hosts: hostsOf(parsed.data) };
}

function arnsOf(places: Places): string[] {
  return named([
    places.BucketARN,
    places.S3DestinationDescription?.BucketARN,
    places.S3BackupDescription?.BucketARN,
    places.DomainARN,
    places.CatalogConfiguration?.CatalogARN,
  ]);
}

function hostsOf(places: Places): string[] {
  return named(
    [
      places.ClusterJDBCURL,
      places.ClusterEndpoint,
      places.CollectionEndpoint,
      places.HECEndpoint,
      places.EndpointConfiguration?.Url,
      places.AccountUrl,
    ].map(hostOf),
  );
}

function named(places: readonly (string | null | undefined)[]): string[] {
  return [...new Set(places.filter((place): place is string => Boolean(place)))].toSorted();
}

/** `jdbc:redshift://host:5439/db`, `https://host/path?key=…` and `host` alike. */
function hostOf(address: string | null | undefined): string | undefined {
  return /^(?:[a-z:+.-]*:\/\/)?(?:[^/?#@]*@)?([a-z0-9.-]+)/i.exec(address ?? "")?.[1]?.toLowerCase();
}
