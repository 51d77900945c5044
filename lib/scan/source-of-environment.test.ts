import { expect, it } from "vitest";
import { EndpointError, parseEndpoint, sourceOfEnvironment } from "@/lib/scan/source-of-environment";

it("scans AWS where the environment names no endpoint, or tells the SDK to ignore it", () => {
  const AWS_ENDPOINT_URL = "http://localhost:4566";

  expect(sourceOfEnvironment({})).toEqual({ kind: "aws" });
  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL: "" })).toEqual({ kind: "aws" });
  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "TRUE" })).toEqual({
    kind: "aws",
  });
});

it("scans the endpoint that the environment names", () => {
  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL: "http://localhost:4566" })).toEqual({
    kind: "endpoint",
    endpoint: "http://localhost:4566",
  });
});

it("does not call it AWS where one service alone has an endpoint of its own", () => {
  const AWS_ENDPOINT_URL_KINESIS = "http://localhost:4567";

  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL_KINESIS })).toEqual({ kind: "endpoint" });
  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL_LAMBDA: "http://localhost:4567" })).toEqual({
    kind: "endpoint",
  });
  expect(sourceOfEnvironment({ AWS_ENDPOINT_URL_S3: "http://localhost:9000" })).toEqual({ kind: "aws" });
  expect(() => sourceOfEnvironment({ AWS_ENDPOINT_URL_KINESIS: "4567" })).toThrow(/AWS_ENDPOINT_URL_KINESIS/);
});

it.each([
  "localhost:4566",
  "ftp://localhost",
  "4566",
  "http://",
  "http://user@localhost",
  "http://u:geheim@localhost",
])("refuses %s, without repeating it", (text) => {
  expect(() => parseEndpoint(text, "--endpoint")).toThrow(EndpointError);
  expect(() => parseEndpoint(text, "--endpoint")).toThrow(/^--endpoint must (?!.*geheim)/);
});
