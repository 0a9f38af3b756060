// What the browser tests share: Chromium, a server of plain files, and the application itself.
import { execFileSync, spawn } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

export const root = join(import.meta.dirname, "../..");

/** Starts the Chromium of the system; CHROMIUM names another. */
export async function launch() {
  const executablePath =
    process.env.CHROMIUM ??
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  // A container's root has no sandbox to give; everyone else keeps it.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

const mediaTypes = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".woff2": "font/woff2" };

/** Serves /assets/… from what the build made, and each given page at its path; resolves to { url, close }. */
export async function serveAssets(pages) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path in pages) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pages[path]);
      return;
    }
    const file = join(root, "src/BienNien.Web/wwwroot", path);
    if (!path.startsWith("/assets/") || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": mediaTypes[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

// BIENNIEN names another build of the command.
export const run = process.env.BIENNIEN ?? join(root, "biennien");

/** Writes documents to a new folder and builds a library of them with ./biennien; gives { path, remove }. */
export function makeLibrary(documents) {
  const folder = mkdtempSync(join(tmpdir(), "biennien-browser-"));
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
  const path = join(folder, "thu-vien.db");
  execFileSync(run, ["build", folder, "--library", path], { stdio: ["ignore", "ignore", "pipe"] });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts ./biennien serve on a free port of this machine; resolves, when it answers, to { url, stop }. */
export async function serveLibrary(library) {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(run, ["serve", "--library", library, "--urls", url], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((done) => server.once("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  for (let waited = 0; ; waited += 100) {
    if (server.exitCode !== null) throw new Error(`biennien serve ended with ${server.exitCode}: ${said}`);
    const answers = await fetch(url).then((response) => response.ok, () => false);
    if (answers) return { url, stop };
    if (waited > 60_000) {
      await stop();
      throw new Error(`biennien serve does not answer: ${said}`);
    }
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** A small library of our own prose. */
export const documents = {
  "de-song-ma.txt": `LỊCH SỬ ĐÊ SÔNG MÃ

Ngày 12/4/1921, Sở Công chính Thanh Hóa khởi công xây dựng đập Bái Thượng. Tháng 9/1926, ông Đặng Đình Giàu được bầu làm Chủ tịch Hội Nông dân phủ Thọ Xuân.

Thế kỷ XIX, nhân dân phủ Thọ Xuân đắp đê sông Chu. Khoảng năm 1802, làng Ngọc Lặc được thành lập.

${Array.from({ length: 40 }, (_, i) => `Ngày ${1 + (i % 27)}/${1 + (i % 12)}/${1930 + i}, Hội Nông dân huyện Nông Cống họp hội nghị lần thứ ${i + 1}.`).join("\n\n")}
`,
  "so-lieu.md": `# Số liệu đê điều huyện Nông Cống

## Khối lượng

| Năm | Khối lượng |
| --- | --- |
| 1931 | 1.200 m3 |
| 1932 | 1.450 m3 |

Ngày 05/3/1933, ông Trần Văn Độ được bầu làm Chủ tịch Hội Nông dân huyện Nông Cống.
`,
};

/** Opens a page; close() fails the test for any error on its console, any policy violation, any request that leaves the machine. */
export async function openPage(browser, url, path, options = {}) {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => request.url().startsWith(url) || problems.push(`request to ${request.url()}`));
  await page.goto(url + path);
  return {
    page,
    problems,
    async close() {
      await context.close();
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

/** The address behind the first link of this name. */
export const documentHref = (page, title) => page.getByRole("link", { name: title }).first().getAttribute("href");
