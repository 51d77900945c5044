import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A stream of the demo account with a fail in its own section, and one that a scan cannot read whole. */
export const demoStream = "/streams/111122223333/us-east-1/orders-events";

/** A role of the demo account that can do much to that stream. */
const demoRole = "arn:aws:iam::111122223333:role/orders-stream-processor";

export const screens = [
  "/",
  "/streams",
  demoStream,
  `${demoStream}?check=KDS-LP-01`,
  `${demoStream}?tab=who`,
  `${demoStream}?tab=who&principal=${encodeURIComponent(demoRole)}&duty=consume`,
  `${demoStream}?tab=network`,
  `${demoStream}?tab=key`,
  `${demoStream}?tab=roles&reader=kcl&application=billing&fanout=on`,
  `${demoStream}?tab=data`,
  "/findings",
  "/waivers",
  "/waivers/new?severity=critical",
  "/waivers/confirm?check=KDS-LP-09",
  "/policies",
  "/policies/try",
  "/principals",
  "/network",
  "/keys",
  "/checklist",
  "/scans",
  "/compare",
  "/reconcile",
  "/connect",
  "/preflight",
  "/settings",
] as const;

/** How pages are looked at: a desk and a telephone, by day and by night. */
export const looks = [
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;

/** How far a page reaches past its right edge, in pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Pages about one thing of the demo account, which another account does not have. */
export const demoScreens = [
  `/principals/view?arn=${encodeURIComponent(demoRole)}`,
  `/policies/view?id=${encodeURIComponent("arn:aws:iam::111122223333:policy/orders-stream-processing")}`,
  `/policies/edit?id=${encodeURIComponent("arn:aws:iam::111122223333:policy/orders-stream-processing")}`,
] as const;

/** Waits until the demo's first scan has been judged: the start of the server does not wait for it. */
export async function awaitFirstReport(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.request.get("/api/streams")).status(), { timeout: 60_000 })
    .toBe(200);
}

/** Keeps what the browser complains of while a page is open. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(" | ")} (${nodes.length})`,
  );
}
