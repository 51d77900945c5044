import { expect, it } from "vitest";
import { readersConfirmed } from "@/lib/checks/attested/readers-confirmed";
import {
  administrator,
  arnOf,
  partnerArn,
  reads,
  roleWith,
  serviceLinked,
  sharedWith,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildKey, buildStream, keyArn } from "@/lib/model/test-stream";
import { documentOf } from "@/lib/model/test-iam";

const reader = roleWith("reader", reads);

it("asks for a word about those who can read the stream, and nobody else", () => {
  const roles = [roleWith("writer", writes), reader, serviceLinked];
  expect(verdictIn(readersConfirmed, { roles })).toMatchObject({
    status: "manual",
    evidence: "1 principal can read orders.",
    boundTo: [reader.arn],
    gaps: [],
  });
});

it("names those who read every stream, and counts account administrators apart", () => {
  const roles = [administrator, streamAdministrator, reader];
  expect(verdictIn(readersConfirmed, { roles })).toMatchObject({
    evidence: "2 principals can read orders beside 1 account administrator.",
    boundTo: [streamAdministrator.arn, reader.arn].toSorted(),
  });
});

it("names a reader of another account", () => {
  const shared = streamNamed("orders", { resourcePolicy: read(sharedWith(partnerArn, reads)) });
  expect(verdictIn(readersConfirmed, { streams: [shared] }).boundTo).toEqual([partnerArn]);
});

it("leaves out whom the key does not let read", () => {
  const policy = read(documentOf({ Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" }));
  const region = { keys: read([buildKey({ policy })]) };
  const encryption = read({ type: "kms" as const, keyReference: keyArn });
  const streams = [buildStream({ encryption })];
  expect(verdictIn(readersConfirmed, { roles: [reader], streams, region }).boundTo).toEqual([]);
});

it("says that a document which could not be read may add some", () => {
  const verdict = verdictIn(readersConfirmed, { roles: [unreadableRole(), reader] });
  expect(verdict).toMatchObject({ status: "manual", boundTo: [reader.arn], gaps: [{ reason: "malformed" }] });
  expect(verdict.evidence).toContain("Documents that could not be read may add some.");
});

it("asks for each stream by itself, and for none that could not be listed", () => {
  const streams = [streamNamed("orders"), streamNamed("clicks")];
  expect(verdictsIn(readersConfirmed, { streams }).map(({ subject }) => subject.id)).toEqual([
    arnOf("orders"),
    arnOf("clicks"),
  ]);
  expect(verdictOf(readersConfirmed, { region: { streams: denied("kinesis:ListStreams") } })).toMatchObject({
    status: "unknown",
    gaps: [deniedGap("kinesis:ListStreams")],
  });
});
