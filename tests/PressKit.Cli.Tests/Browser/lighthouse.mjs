// Runs Lighthouse over pages and prints, a line of JSON a page, the scores of its categories from 0 to 1, what took from them, and
// what of its speed no machine changes. Arguments: the browser's program; where the site's host is to be found (127.0.0.1:PORT);
// whether a phone's network is imitated ("simulate", as on the web) or what there is is taken ("provided"); and the pages, each as
// "phone" or "desktop", a colon and its address.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [chromePath, server, throttlingMethod, ...pages] = process.argv.slice(2);
// A page from loopback is soon quiet.
const pauses = throttlingMethod === "provided" ? { pauseAfterFcpMs: 500, pauseAfterLoadMs: 500, networkQuietThresholdMs: 500, cpuQuietThresholdMs: 500 } : {};
// What does not follow from the machine: three whole categories, and of the fourth what a page is made of.
const asked = throttlingMethod === "provided"
  ? { onlyCategories: ["accessibility", "best-practices", "seo"], onlyAudits: ["cumulative-layout-shift", "network-requests"] } : {};
const chrome = await launch({
  chromePath,
  chromeFlags: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--ignore-certificate-errors",
    `--host-resolver-rules=MAP *:443 ${server}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  ],
});

const failed = ({ audits }, category) => category.auditRefs.filter(ref => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 0.9)
  .map(ref => `${ref.id} ${audits[ref.id].displayValue ?? ""} ${(audits[ref.id].details?.items ?? []).map(i => i.node?.snippet ?? i.url ?? "").join(" ")}`.trim());

// A browser that has to wait for the machine can miss what is measured; then it is asked again.
const ask = async (address, flags, config, attempts = 3) => {
  const { lhr } = await lighthouse(address, flags, config);
  const missed = lhr.runtimeError ?? Object.values(lhr.audits).find(a => a.scoreDisplayMode === "error");
  return missed && attempts > 1 ? ask(address, flags, config, attempts - 1) : { lhr, error: lhr.runtimeError?.message ?? missed?.errorMessage ?? null };
};

try {
  for (const page of pages) {
    const colon = page.indexOf(":");
    const config = page.slice(0, colon) === "desktop" ? desktopConfig : undefined;
    const flags = { port: chrome.port, logLevel: "error", throttlingMethod, disableFullPageScreenshot: true, ...asked, ...pauses };
    const { lhr, error } = await ask(page.slice(colon + 1), flags, config);
    const categories = Object.values(lhr.categories);
    const requests = lhr.audits["network-requests"].details?.items ?? [];
    console.log(JSON.stringify({
      page,
      error,
      scores: Object.fromEntries(categories.map(c => [c.id, c.score])),
      failed: Object.fromEntries(categories.map(c => [c.id, failed(lhr, c)])),
      layoutShift: lhr.audits["cumulative-layout-shift"].numericValue,
      // Bytes as they were sent, images apart.
      weight: requests.filter(i => i.resourceType !== "Image").reduce((sum, i) => sum + i.transferSize, 0),
      millisecondsToPaint: lhr.audits["largest-contentful-paint"]?.numericValue,
      millisecondsBlocked: lhr.audits["total-blocking-time"]?.numericValue,
    }));
  }
} finally {
  await chrome.kill();
}
