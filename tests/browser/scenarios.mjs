// What is done and read on each page.

export async function readPage(page) {
  await page.waitForSelector("#chart rect");
  const result = {};
  result.listed = await page.locator("#events > li").count();
  result.window = await page.locator("#window").textContent();
  result.bars = await page.locator("#chart rect").count();
  await page.fill("#find", "Vienna");
  await page.waitForFunction(() => document.querySelector("#count").textContent.startsWith("1 of"));
  result.found = await page.locator("#events > li:not([hidden]) h2").allTextContents();
  await page.fill("#find", "");
  await page.locator("#all").click();
  await page.waitForFunction(() => document.querySelector("#window").textContent.startsWith("18"));
  result.all = await page.locator("#window").textContent();
  await page.locator("#busy").click();
  await page.waitForFunction(() => !document.querySelector("#window").textContent.startsWith("18"));
  const bar = page.locator("#chart rect").first();
  result.clicked = await bar.getAttribute("data-event");
  await bar.click({ force: true });
  result.focused = await page.evaluate(() => document.activeElement.id);
  result.isOpen = await page.locator(`#${result.clicked} details`).evaluateAll((all) => all.every((one) => one.open));
  return result;
}

export async function useKeys(page) {
  await page.waitForSelector("#chart rect");
  const text = () => page.locator("#window").textContent();
  await page.locator("#chart").focus();
  const result = { begin: await text() };
  await page.keyboard.press("+");
  await page.waitForFunction((before) => document.querySelector("#window").textContent !== before, result.begin);
  result.zoomed = await text();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => document.querySelector("#window").textContent !== before, result.zoomed);
  await page.keyboard.press("0");
  await page.waitForFunction(() => document.querySelector("#window").textContent.startsWith("18"));
  await page.keyboard.press("Enter");
  result.first = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("ArrowDown");
  result.second = await page.evaluate(() => document.activeElement.id);
  return result;
}

export async function readAccessibly(page) {
  await page.waitForSelector("#chart rect");
  const names = {};
  for (const [role, name] of [["searchbox", "Find"], ["combobox", "Type"], ["combobox", "Status"], ["button", "Zoom in"], ["button", "Zoom out"], ["heading", "Talks in Vienna"], ["application", /^Chart/]]) {
    names[String(name)] = await page.getByRole(role, { name }).count();
  }
  return names;
}

export async function readDark(page) {
  await page.emulateMedia({ colorScheme: "dark" });
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

export async function timePage(page) {
  await page.waitForSelector("#chart rect");
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const find = document.querySelector("#find");
    const begin = performance.now();
    find.value = "number 4";
    find.dispatchEvent(new Event("input"));
    await frame();
    return { filterMs: performance.now() - begin, bars: document.querySelectorAll("#chart rect").length, shown: document.querySelector("#count").textContent };
  });
}

export async function readWithoutScripts(page) {
  return page.evaluate(() => document.querySelector("main").innerText);
}

export async function readVis(page) {
  await page.waitForSelector(".vis-item");
  return {
    items: await page.locator(".vis-item .vis-item-content").allTextContents(),
    groups: await page.locator(".vis-label .vis-inner").allTextContents(),
    stretches: await page.evaluate(() => window.timeline.itemsData.get({ type: { start: "ISODate", end: "ISODate" } }).map((item) => [item.content, item.start, item.end])),
    scripts: await page.locator("#timeline script, #timeline img").count(),
  };
}

export async function readTimelineJs(page) {
  await page.waitForSelector(".tl-slide h2.tl-headline", { state: "attached" });
  await page.waitForTimeout(500);
  return {
    headlines: await page.locator(".tl-slide .tl-headline").allTextContents(),
    dates: await page.locator(".tl-slide .tl-headline-date").allTextContents(),
    markers: await page.locator(".tl-timemarker").count(),
    scripts: await page.locator("#timeline script, #timeline img[src='x']").count(),
  };
}
