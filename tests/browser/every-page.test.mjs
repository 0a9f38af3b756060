// What holds for every page: it can be used by all readers, in both themes, on a phone, and breaks no policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { documentHref, documents, launch, makeLibrary, openPage, root, serveLibrary } from "./support.mjs";

const axe = readFileSync(join(root, "tests/browser/node_modules/axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const pages = {
  home: "/",
  timeline: "/timeline?status=any",
  "timeline with filters": "/timeline?from=xyz&type=meeting",
  documents: "/documents",
  search: "/search?q=nong+dan",
  "search without result": "/search?q=khongcochu",
  check: "/check",
  "a check's rule": "/check/rules/CHK007",
  "not found": "/nowhere",
  reader: "LỊCH SỬ ĐÊ SÔNG MÃ",
  "reader with a table": "Số liệu đê điều huyện Nông Cống",
  event: "event",
};

let browser, library, app;

before(async () => {
  library = makeLibrary(documents);
  app = await serveLibrary(library.path);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await app?.stop();
  library?.remove();
});

async function address(page, path) {
  if (path.startsWith("/")) return path;
  await page.goto(app.url + (path === "event" ? "/timeline" : "/documents"));
  return path === "event" ? page.locator(".event-when > a").first().getAttribute("href") : documentHref(page, path);
}

async function violations(page) {
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), rules);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} (${node.failureSummary.split("\n")[1]?.trim()})`).join("; ")}`);
}

for (const [name, path] of Object.entries(pages)) {
  test(`Every page can be used by all readers, also on a phone: ${name}`, async () => {
    const { page, problems, close } = await openPage(browser, app.url, "/documents", { colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(app.url + (await address(page, path)));
    if (name.startsWith("timeline")) await page.waitForSelector(".vis-item");
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), [], "light");
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(page), [], "dark");

    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide}px wide on a phone`);
    // The browser itself notes the status of a page that is not there.
    if (name === "not found") problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes("404")));
    await close();
  });
}
