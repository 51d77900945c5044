import { expect, it } from "vitest";
import { linkedPages, scriptPaths } from "./page-scripts";

it("counts each script once, and none that a browser of today leaves aside", () => {
  const html = `<link rel="preload" as="script" href="/a.js"/><link rel="preload" as="font" href="/f.woff2"/>
    <script src="/a.js" async=""></script><script src="/b.js"></script><script src="/old.js" noModule=""></script>
    <script>inline()</script>`;
  expect(scriptPaths(html)).toEqual(["/a.js", "/b.js"]);
});

it("follows links to our own pages only", () => {
  const html = `<a class="x" href="/streams?page=2">s</a><a href="/streams">s</a><a href="https://aws.amazon.com/">a</a>
    <a href="//evil.example/">e</a><a href="/api/health">h</a><a href="/findings#top">f</a>`;
  expect(linkedPages(html)).toEqual(["/", "/streams", "/findings"]);
});
