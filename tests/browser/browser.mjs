// Opens a file in headless Chromium without any network and runs a scenario on it.
// Usage: node browser.mjs MODULES CHROMIUM FILE SCENARIO; prints what the scenario returns as JSON.
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as scenarios from "./scenarios.mjs";

const [modules, executablePath, file, scenario] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, "x.js"))("playwright-core");
const profile = mkdtempSync(join(tmpdir(), "timeline-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 1000, height: 900 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files"],
});
try {
  const page = await context.newPage();
  const seen = { errors: [], requests: [], dialogs: [] };
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); return dialog.dismiss(); });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith("file:") || url.startsWith("data:")) return route.continue();
    seen.requests.push(url);
    return route.abort();
  });
  await page.goto(pathToFileURL(file).href);
  const result = await scenarios[scenario](page, context);
  process.stdout.write(JSON.stringify({ ...seen, result }));
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
