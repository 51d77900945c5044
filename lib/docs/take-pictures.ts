import { type Browser, chromium } from "playwright";
import { withDemoServer } from "@/lib/bench/demo-server";
import { findBrowser } from "@/lib/launch/browser.mjs";

const folder = new URL("../../docs/pictures/", import.meta.url).pathname;
const stream = "/streams/111122223333/us-east-1/orders-events";

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

const pictures = [
  { name: "overview", path: "/", viewport: wide, colorScheme: "light" },
  { name: "overview-dark", path: "/", viewport: wide, colorScheme: "dark" },
  { name: "overview-narrow", path: "/", viewport: narrow, colorScheme: "light" },
  { name: "streams", path: "/streams", viewport: wide, colorScheme: "light" },
  { name: "streams-narrow", path: "/streams", viewport: narrow, colorScheme: "light" },
  { name: "stream", path: `${stream}?check=KDS-LP-01`, viewport: wide, colorScheme: "light" },
  { name: "stream-narrow", path: `${stream}?check=KDS-LP-01`, viewport: narrow, colorScheme: "light" },
  { name: "findings", path: "/findings", viewport: wide, colorScheme: "light" },
  { name: "findings-narrow", path: "/findings", viewport: narrow, colorScheme: "light" },
  { name: "network", path: "/network", viewport: wide, colorScheme: "light" },
  { name: "network-narrow", path: "/network", viewport: narrow, colorScheme: "light" },
] as const;

await withDemoServer(async ({ url }) => {
  await awaitReport(url);
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    for (const picture of pictures) await take(browser, url, picture);
  } finally {
    await browser.close();
  }
});

async function take(browser: Browser, url: string, picture: (typeof pictures)[number]): Promise<void> {
  const { name, path, viewport, colorScheme } = picture;
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
  await page.goto(`${url}${path}`, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

/** The server answers before the demo's first scan has been judged. */
async function awaitReport(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { status } = await fetch(`${url}/api/streams`);
    if (status === 200) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error("the demo's first scan did not finish within a minute");
}
