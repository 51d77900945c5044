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
