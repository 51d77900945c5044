import packageJson from "@/package.json" with { type: "json" };

/** Weir's own version, as reports and `--version` say it. */
export const toolVersion: string = packageJson.version;
