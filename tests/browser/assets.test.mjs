// The bundle in a browser: the type has every Vietnamese letter.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, serveAssets } from "./support.mjs";

// Every vowel under every tone, and đ.
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const letters = [..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC"))).concat("đ").join("");

let browser, server;

before(async () => {
  server = await serveAssets({
    "/letters": `<!doctype html><html lang="vi"><link rel="stylesheet" href="/assets/app.css">
      <p id="regular">${letters}${letters.toUpperCase()}</p>
      <p id="bold" style="font-weight: 700">${letters}${letters.toUpperCase()}</p>
      <p id="italic" style="font-style: italic">${letters}${letters.toUpperCase()}</p>`,
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

for (const style of ["regular", "bold", "italic"]) {
  test(`Every Vietnamese letter is drawn in Be Vietnam Pro, ${style}`, async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/letters`);
    await page.evaluate(() => document.fonts.ready);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector: `#${style}` });
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    const others = fonts.filter((font) => !font.isCustomFont || !font.familyName.startsWith("Be Vietnam Pro"));
    assert.deepEqual(others, []);
    // [...text] counts letters as a reader does, since NFC has one code point for each.
    assert.equal(fonts.reduce((sum, font) => sum + font.glyphCount, 0), 2 * [...letters].length);
    await page.close();
  });
}
