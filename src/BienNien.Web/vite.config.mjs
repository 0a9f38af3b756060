import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { defineConfig } from "vite";

// Each script at the top of Assets/ is an entry of its own: Assets/timeline.ts → assets/timeline.js.
const here = import.meta.dirname;
const entries = Object.fromEntries(
  readdirSync(join(here, "Assets"), { withFileTypes: true })
    .filter((file) => file.isFile() && /\.(ts|js)$/.test(file.name))
    .map((file) => [basename(file.name, extname(file.name)), join(here, "Assets", file.name)]),
);

const visTimeline = join(here, "node_modules/vis-timeline/standalone/esm/vis-timeline-graph2d.mjs");

// A font is not code, so Vite's own list of licences leaves it out.
const fontLicense = {
  name: "font-license",
  generateBundle() {
    const source = readFileSync(join(here, "node_modules/@fontsource/be-vietnam-pro/LICENSE"), "utf8");
    this.emitFile({ type: "asset", fileName: "be-vietnam-pro-license.txt", source });
  },
};

// The timeline library puts its styles into the page by itself, which the Content-Security-Policy forbids; ours
// come as a file (Assets/timeline.ts).
let foundStyles = false;
const noInjectedStyles = {
  name: "no-injected-styles",
  transform(code, id) {
    const start = "function styleInject(css, ref) {";
    if (id !== visTimeline || !code.includes(start)) return null;
    foundStyles = true;
    return { code: code.replace(start, `${start} return;`), map: null };
  },
  buildEnd(problem) {
    if (!problem && !foundStyles) this.error("vis-timeline no longer puts its styles in as it did: look at no-injected-styles.");
  },
};

const icon = {
  name: "icon",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "icon.svg", source: readFileSync(join(here, "Assets/icon.svg"), "utf8") });
  },
};

export default defineConfig({
  root: here,
  base: "/assets/",
  publicDir: false,
  resolve: { alias: { "vis-timeline/standalone": visTimeline } },
  plugins: [fontLicense, icon, noInjectedStyles],
  build: {
    outDir: "wwwroot/assets",
    emptyOutDir: true,
    // Files, never data: URIs, so that a strict Content-Security-Policy can hold.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The timeline library comes as one piece, and only on the pages that draw with it.
    chunkSizeWarningLimit: 700,
    // The notices of what is bundled travel with it.
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      input: entries,
      preserveEntrySignatures: "exports-only",
      output: {
        // Plain names: pages refer to them, and ASP.NET Core answers for their freshness (ETag).
        entryFileNames: "[name].js",
        chunkFileNames: "shared-[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
