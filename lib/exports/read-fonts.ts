import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReportFonts } from "@/lib/reports/export-input";
import { projectRoot } from "@/lib/storage/project-root";

let fonts: Promise<ReportFonts> | undefined;

/** The fonts of the pages, as files that a PDF can hold; read once. */
export function readFonts(): Promise<ReportFonts> {
  fonts ??= read();
  return fonts;
}

async function read(): Promise<ReportFonts> {
  const folder = join(projectRoot(), "node_modules", "geist", "dist", "fonts");
  const [regular, bold, mono] = await Promise.all(
    ["geist-sans/Geist-Regular.ttf", "geist-sans/Geist-SemiBold.ttf", "geist-mono/GeistMono-Regular.ttf"].map(
      (name) => readFile(join(folder, name)),
    ),
  );
  if (!regular || !bold || !mono) throw new Error("The fonts of a PDF could not be read.");
  return { regular, bold, mono };
}
