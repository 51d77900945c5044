/** The formats that a report can be exported in, in the order in which a menu offers them. */
export const reportFormats = ["html", "pdf", "json", "csv", "xlsx", "md", "sarif", "asff", "ocsf"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The lists that a CSV can hold, one a file. */
export const tableNames = ["findings", "streams", "duties", "administrators", "gaps", "decisions"] as const;
export type TableName = (typeof tableNames)[number];
