// What the browser tests share: Chromium, and a server of plain files.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
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
