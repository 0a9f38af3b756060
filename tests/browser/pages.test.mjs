// The application as a reader meets it: through ./biennien, over a small library of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentHref, documents, launch, makeLibrary, openPage, serveLibrary } from "./support.mjs";

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

const open = (path, options) => openPage(browser, app.url, path, options);

test("Home leads to documents, a decade and a search", async () => {
  const { page, close } = await open("/");
  assert.match(await page.locator(".figures").innerText(), /tài liệu\s+2/);
  await page.locator(".strip a", { hasText: "1920" }).click();
  assert.match(page.url(), /from=1920&to=1929/);
  assert.ok((await page.locator(".event-list .event").count()) >= 2);
  await close();
});

test("The timeline draws a day, a month and a century as wide as they are", async () => {
  const { page, close } = await open("/timeline?status=any");
  await page.waitForSelector(".vis-item");
  const days = await page.locator(".bar").evaluateAll((bars) => bars.map((bar) => Number(bar.dataset.days)));
  assert.ok(days.includes(1), `days: ${days}`);
  assert.ok(days.includes(30), `days: ${days}`);
  // A century fills a good part of the line, and is drawn as a span with its words inside.
  const century = page.locator(".vis-item.vis-range.g-century").first();
  const [line, box] = [await page.locator(".drawing-area").boundingBox(), await century.boundingBox()];
  assert.ok(box.width > line.width / 4, `${box.width} of ${line.width}`);
  assert.ok((await page.locator(".vis-item.doubtful").count()) >= 1, "“khoảng năm 1802” is faded");
  await close();
});

test("The timeline's filters change drawing and list alike and stand in the address", async () => {
  const { page, close } = await open("/timeline");
  await page.locator(".filters summary").click();
  await page.getByLabel("Từ năm").fill("1921");
  await page.getByLabel("Đến năm").fill("1926");
  await page.getByRole("button", { name: "Lọc" }).click();
  await page.waitForURL(/from=1921&to=1926/);
  assert.doesNotMatch(page.url(), /text=|name=|document=/);
  await page.waitForSelector(".vis-item");
  assert.equal(await page.locator(".event-list .event-when > a", { hasText: "1930" }).count(), 0);
  assert.match(await page.locator(".drawing-status").innerText(), /^[1-9]\d* sự kiện/);
  await close();
});

test("Zooming by key keeps the window in the address, and the address brings it back", async () => {
  const { page, close } = await open("/timeline");
  await page.waitForSelector(".vis-item");
  await page.locator(".drawing-area").focus();
  await page.keyboard.press("+");
  await page.waitForURL(/window=/);
  const shown = (target) => target.locator(".drawing-status").innerText();
  await page.waitForTimeout(500);
  const before = await shown(page);
  const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
  await again.page.waitForSelector(".vis-item");
  assert.equal(await shown(again.page), before);
  await again.close();
  await close();
});

test("From an event on the timeline to its sentence and back", async () => {
  const { page, close } = await open("/timeline?text=khoi+cong");
  await page.waitForSelector(".vis-item");
  await page.locator(".mark-label").first().click();
  await page.locator(".drawing-card a").last().click();
  await page.waitForURL(/\/documents\/\d+#e\d+/);
  const sentence = page.locator(".s.is-target").first();
  await sentence.waitFor();
  assert.match(await sentence.innerText(), /khởi công xây dựng/);
  const box = await sentence.boundingBox();
  assert.ok(box.y >= 0 && box.y < 900, "the sentence is on the screen");
  const event = /#e(\d+)/.exec(page.url())[1];
  await page.locator(`[data-note="${event}"] .note-timeline`).click();
  await page.waitForURL(/\/timeline\?event=/);
  assert.match(await page.locator(".selected").innerText(), /khởi công xây dựng/);
  await page.waitForSelector(".vis-item.vis-selected");
  await close();
});

test("Search finds words typed without marks and opens their place", async () => {
  const { page, close } = await open("/");
  await page.keyboard.press("/");
  await page.keyboard.type("dang dinh giau");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=dang\+dinh\+giau/);
  assert.match(await page.locator(".snippet").first().innerText(), /Đặng Đình Giàu/);
  await page.locator(".hit-title a").first().click();
  await page.waitForURL(/\/documents\/\d+#b\d+/);
  assert.match(await page.locator(".row:target").innerText(), /Đặng Đình Giàu/);
  await close();
});

test("In the reader a mention says by key what it means, and a kind can be hidden", async () => {
  const { page, close } = await open("/documents");
  await page.goto(app.url + (await documentHref(page, "LỊCH SỬ ĐÊ SÔNG MÃ")));
  await page.locator(".m[tabindex='0']").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator("#tip").innerText(), /\([A-Z]{3}\d{3}\)/);
  const time = page.locator(".document .m-time").first();
  const before = await time.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  await page.locator("[data-kind='time']").uncheck();
  assert.notEqual(await time.evaluate((mark) => getComputedStyle(mark).backgroundColor), before);
  await close();
});

test("A reader without a mouse reaches the content first and sees where she is", async () => {
  const { page, close } = await open("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(ring, "solid");
  await close();
});

test("The theme is chosen with a button, kept, and shown without a flash", async () => {
  const { page, close } = await open("/documents", { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Nền tối" }).click();
  await page.waitForURL(/\/documents$/);
  assert.notEqual(await paper(), light);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await close();
});

test("Without scripts every page is whole", async () => {
  const { page, close } = await open("/timeline?type=meeting", { javaScriptEnabled: false });
  assert.ok(await page.locator(".drawing").isHidden());
  assert.ok((await page.locator(".event-list .event").count()) > 10);
  await page.locator(".event-sentence a").first().click();
  assert.match(page.url(), /#e\d+$/);
  assert.equal(await page.locator(":target").count(), 1);
  await close();
});
