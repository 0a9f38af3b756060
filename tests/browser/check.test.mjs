// Checking a draft as an editor does it: paste or drop, go through by key, take it away; also without scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { documents, launch, makeLibrary, openPage, root, serveLibrary } from "./support.mjs";

const draft = "Nhà máy được được khánh thành năm 1961.\n\nXã họp dân vào thứ Năm, ngày 12/3/1986, tại đình. Huyện có suối,núi và đồng cỏ.\n";
const axe = readFileSync(join(root, "tests/browser/node_modules/axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

async function paste(page, text) {
  await page.goto(`${app.url}/check`);
  await page.getByLabel("Hoặc dán văn bản").fill(text);
  await page.getByRole("button", { name: "Soát", exact: true }).click();
  await page.waitForURL(/\/check\/[0-9a-f]{32}$/);
}

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".review-bar").getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("A pasted draft is gone through by key and taken away corrected", async () => {
  const { page, close } = await open("/");
  await page.getByRole("link", { name: "Soát bản thảo" }).click();
  await paste(page, draft);
  const counts = page.locator("[data-counts]");
  assert.equal(await counts.innerText(), "Chưa quyết: 3 · Nhận: 0 · Bỏ: 0");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.id), "d1");
  assert.equal(await page.locator("mark.is-current").innerText(), "được được");
  await page.keyboard.press("a");
  await page.keyboard.press("n");
  await page.keyboard.press("x");
  assert.equal(await counts.innerText(), "Chưa quyết: 1 · Nhận: 1 · Bỏ: 1");
  // A box for words takes the keys as letters.
  await page.locator("#d2").getByLabel("Lý do").fill("jak");
  assert.equal(await counts.innerText(), "Chưa quyết: 1 · Nhận: 1 · Bỏ: 1");
  await page.locator("#d2").focus();
  await page.keyboard.press("p");
  assert.equal(await page.evaluate(() => document.activeElement.id), "d1");

  const kept = await download(page, "Văn bản đã sửa");
  assert.equal(kept.name, "ban-thao.soat.txt");
  assert.equal(kept.text, draft.replace("được được", "được"));
  await page.reload();
  assert.equal(await counts.innerText(), "Chưa quyết: 1 · Nhận: 1 · Bỏ: 1");
  assert.equal(await page.locator("#d2").getByLabel("Lý do").inputValue(), "jak");
  await close();
});

test("Choices are kept as they are made, and keys can be turned off", async () => {
  const { page, close } = await open("/check");
  await paste(page, draft);
  const kept = page.waitForResponse((response) => response.request().method() === "POST" && response.status() === 204);
  await page.locator("#d3").getByText("Nhận", { exact: true }).click();
  await kept;
  await page.reload();
  assert.ok(await page.locator("#d3 [value=take]").isChecked());
  await page.locator(".review-more summary").click();
  await page.getByLabel("Dùng phím tắt").uncheck();
  await page.keyboard.press("j");
  assert.equal(await page.locator(".is-current").count(), 0);
  await close();
});

test("Words and margin answer each other, and filters hide both", async () => {
  const { page, close } = await open("/check");
  await paste(page, draft);
  await page.locator("#d2").hover();
  assert.equal(await page.locator("mark.is-near").innerText(), "thứ Năm");
  await page.locator("mark", { hasText: "suối,núi" }).hover();
  assert.equal(await page.locator(".card.is-near").getAttribute("id"), "d3");
  await page.locator(".issue-number").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "d1");
  await page.locator(".review-more summary").click();
  await page.getByLabel("Quy tắc").selectOption("CHK007");
  assert.deepEqual(await page.locator(".card:visible").evaluateAll((cards) => cards.map((card) => card.id)), ["d2"]);
  assert.match(await page.locator("[data-shown]").innerText(), /1 trong 3/);
  // Only what is shown is gone through.
  await page.locator("#d2").focus();
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.id), "d2");
  await close();
});

test("A file that is dropped is checked; two, or one too large, are told before they are sent", async () => {
  const { page, close } = await open("/check");
  const drop = async (files) => {
    const data = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, text, size } of files) transfer.items.add(new File([text ?? new Uint8Array(size)], name));
      return transfer;
    }, files);
    for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("[data-drop]", type, { dataTransfer: data });
  };
  await drop([{ name: "a.txt", text: "a" }, { name: "b.txt", text: "b" }]);
  assert.match(await page.locator("[data-problem]").innerText(), /một tệp/);
  await drop([{ name: "lon.txt", size: 21 * 1024 * 1024 }]);
  assert.match(await page.locator("[data-problem]").innerText(), /20 MiB/);
  await page.getByRole("button", { name: "Soát", exact: true }).click();
  assert.equal(new URL(page.url()).pathname, "/check");
  await drop([{ name: "Bản nháp.md", text: draft }]);
  assert.equal(await page.locator("[data-problem]").innerText(), "");
  await page.getByRole("button", { name: "Soát", exact: true }).click();
  await page.waitForURL(/\/check\/[0-9a-f]{32}$/);
  assert.equal(await page.locator("h1").innerText(), "Bản nháp.md");
  assert.equal(await page.locator(".card").count(), 3);
  await close();
});

test("While the machine works the page says so, once to a screen reader", async () => {
  const { page, close } = await open("/check");
  const seen = [];
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await page.route("**/check", async (route) => {
    await held;
    await route.continue();
  });
  // The page tells by itself: while it waits for the next one, nobody may ask it.
  await page.exposeFunction("seen", (words, status, isDisabled) => {
    seen.push({ words, status, isDisabled });
    if (words.includes(" 1 giây")) go();
  });
  await page.evaluate(() => {
    const text = (selector) => document.querySelector(selector).textContent;
    new MutationObserver(() => window.seen(text("[data-busy-words]"), text("[data-status]"), document.querySelector("button[type=submit].button").getAttribute("aria-disabled")))
      .observe(document.querySelector("[data-busy-words]"), { childList: true });
  });
  await page.getByLabel("Hoặc dán văn bản").fill(draft);
  await page.getByRole("button", { name: "Soát", exact: true }).click({ noWaitAfter: true });
  await page.waitForURL(/\/check\/[0-9a-f]{32}$/);
  assert.ok(seen.some(({ words }) => words.endsWith(" 1 giây")));
  assert.deepEqual([...new Set(seen.map(({ status }) => status))], ["Đang đọc và soát bản thảo…"]);
  assert.equal(seen.at(-1).isDisabled, "true");
  await close();
});

test("What the library says otherwise is one click away, in another tab", async () => {
  const { page, close } = await open("/check");
  await paste(page, "Ngày 15/4/1921, Sở Công chính Thanh Hóa khởi công xây dựng đập Bái Thượng.");
  const [source] = await Promise.all([page.context().waitForEvent("page"), page.locator(".card-related a").first().click()]);
  await source.waitForLoadState();
  assert.match(await source.locator(".row:target").innerText(), /Ngày 12\/4\/1921/);
  await close();
});

test("Without scripts a draft is checked, decided on and taken away", async () => {
  const { page, close } = await open("/check", { javaScriptEnabled: false });
  await paste(page, draft);
  assert.equal(await page.locator(".with-script:visible").count(), 0);
  await page.locator("#d1").getByLabel("Nhận").check();
  const kept = await download(page, "Văn bản đã sửa");
  assert.equal(kept.text, draft.replace("được được", "được"));
  await page.locator("#d2 .card-number").click();
  assert.equal(await page.locator("mark:target").innerText(), "thứ Năm");
  await page.locator(".review-more summary").click();
  await page.getByRole("button", { name: "Bỏ mọi chỗ chưa quyết" }).click();
  assert.equal(await page.locator("[data-counts]").innerText(), "Chưa quyết: 0 · Nhận: 1 · Bỏ: 2");
  await page.getByRole("button", { name: "Bỏ bản thảo khỏi bộ nhớ" }).click();
  await page.waitForURL(/\/check$/);
  await close();
});

for (const [name, text] of Object.entries({ "a draft with findings": draft, "a clean draft": "Trời nhiều mây.\n" })) {
  test(`The result can be used by all readers, also on a phone: ${name}`, async () => {
    const { page, close } = await open("/check", { colorScheme: "light", reducedMotion: "reduce" });
    await paste(page, text);
    if (name === "a draft with findings") {
      await page.locator(".review-more summary").click();
      for (const details of await page.locator(".card-rule summary").all()) await details.click();
      await page.locator("#d1").getByLabel("Nhận").check();
      await page.locator("#d2").getByLabel("Bỏ").check();
    }
    await page.evaluate(axe);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), rules);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), [], colorScheme);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `${wide}px wide on a phone`);
    await close();
  });
}
