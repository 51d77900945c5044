import { kinesisDialect } from "../dialects";
import { awsJson } from "../protocols/aws-json";
import { operation, type WireService } from "../wire-service";
import { describeChannel, listChannels } from "./kinesis-channels";
import { describeStreamSummary, getResourcePolicy, listTagsForStream } from "./kinesis-stream";
import { listStreamConsumers, listStreams } from "./kinesis-lists";

const load = () => import("@aws-sdk/client-kinesis");

export const kinesis: WireService = {
  prefix: "kinesis",
  signingName: "kinesis",
  protocol: awsJson,
  target: "Kinesis_20131202",
  dialect: kinesisDialect,
  operations: {
    ListStreams: operation(async () => (await load()).ListStreams$, listStreams),
    DescribeStreamSummary: operation(
      async () => (await load()).DescribeStreamSummary$,
      describeStreamSummary,
    ),
    GetResourcePolicy: operation(async () => (await load()).GetResourcePolicy$, getResourcePolicy),
    ListStreamConsumers: operation(async () => (await load()).ListStreamConsumers$, listStreamConsumers),
    ListChannels: operation(async () => (await load()).ListChannels$, listChannels),
    DescribeChannel: operation(async () => (await load()).DescribeChannel$, describeChannel),
    ListTagsForStream: operation(async () => (await load()).ListTagsForStream$, listTagsForStream),
  },
};
