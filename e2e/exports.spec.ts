import { createHash } from "node:crypto";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { fileManifestSchema } from "../lib/exports/file-manifest";
import { verifyFile } from "../lib/exports/verify-file";
import { reportFormats } from "../lib/model/report-format";

const listSchema = z.object({ scans: z.array(z.object({ id: z.string(), status: z.string() })) });

/** The first scan, once it is finished. */
async function finishScan(request: APIRequestContext): Promise<string> {
  const first = async () => listSchema.parse(await (await request.get("/api/scans")).json()).scans.at(-1);
  await expect.poll(async () => (await first())?.status, { timeout: 100_000 }).toBe("finished");
  return (await first())?.id ?? "";
}

for (const { format, begins, type } of [
  { format: "html", begins: "<!DOCTYPE html>", type: "text/html; charset=utf-8" },
  { format: "pdf", begins: "%PDF-", type: "application/pdf" },
  { format: "xlsx", begins: "PK", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { format: "md", begins: "# Weir", type: "text/markdown; charset=utf-8; variant=GFM" },
  { format: "sarif", begins: '{"$schema"', type: "application/sarif+json; charset=utf-8" },
  { format: "asff", begins: '[{"SchemaVersion"', type: "application/jsonl; charset=utf-8" },
  { format: "ocsf", begins: '{"activity_id"', type: "application/jsonl; charset=utf-8" },
]) {
  test(`${format} is a file of its kind, and its manifest is of its exact bytes`, async ({ request }) => {
    const path = `/api/scans/${await finishScan(request)}/report/${format}?status=fail`;
    const answer = await request.get(path);
    const bytes = await answer.body();
    const manifest = fileManifestSchema.parse(await (await request.get(`${path}&manifest=1`)).json());

    expect(answer.headers()["content-type"]).toBe(type);
    expect(bytes.subarray(0, begins.length).toString("latin1")).toBe(begins);
    expect(manifest.file).toEqual({
      format,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(manifest.filter).toEqual({ status: "fail" });
    expect(await verifyFile({ bytes, name: `r.${format}`, manifest: undefined })).toEqual(
      ["html", "pdf"].includes(format)
        ? Array.from({ length: 3 }, () => ({ holds: true, says: expect.any(String) }))
        : [],
    );
  });
}

test("a CSV lists what its table says", async ({ request }) => {
  const path = `/api/scans/${await finishScan(request)}/report/csv`;
  const rows: unknown[] = parse(await (await request.get(`${path}?table=streams`)).text(), { columns: true });

  expect(rows).toHaveLength(14);
  expect((await request.get(`${path}?table=none`)).status()).toBe(400);
});

test("the menu offers every format and list, and what is chosen is what the page shows", async ({
  page,
  request,
}) => {
  await finishScan(request);
  await page.goto("/findings?severity=critical");
  await page.getByText("Export", { exact: true }).click();
  const links = page.getByRole("list").filter({ hasText: "Markdown" }).getByRole("link");
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));

  expect(paths).toHaveLength(reportFormats.length + 2);
  for (const format of reportFormats)
    expect(paths.join("\n")).toContain(`/report/${format}?severity=critical`);
  for (const path of paths) expect((await request.get(path)).status()).toBe(200);
});

test("the menu closes on Escape, and gives the focus back", async ({ page, request }) => {
  await finishScan(request);
  await page.goto("/findings");
  const menu = page.getByText("Export", { exact: true });
  await menu.click();
  await expect(page.getByRole("link", { name: "PDF a document to keep" })).toBeVisible();
  await page.keyboard.press("Escape");

  await expect(page.getByRole("link", { name: "PDF a document to keep" })).toBeHidden();
  await expect(menu).toBeFocused();
});
