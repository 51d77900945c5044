import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** The queries are PostgreSQL's and ask nothing of the driver. */
export type SqlDatabase = PgDatabase<PgQueryResultHKT>;
