import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate` writes the migrations that a change of the schema needs. */
export default defineConfig({ dialect: "postgresql", schema: "./lib/storage/schema.ts", out: "./drizzle" });
