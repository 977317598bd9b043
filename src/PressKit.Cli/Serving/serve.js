// Loads the page again when the site was built anew, and shows what stopped a build.
const known = Number(new URL(import.meta.url).search.slice(1));
let panel = null;

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function show(errors) {
  panel?.remove();
  panel = null;
  if (errors.length === 0) return;
  panel = document.createElement("presskit-problems");
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/.presskit/serve.css";
  const close = element("button", "Close");
  close.type = "button";
  close.addEventListener("click", () => panel.remove());
  const list = element("ol", "", ...errors.map((e) => element("li", "", element("code", e.place), element("p", e.message), element("p", e.remedy))));
  const box = element("section", "", element("h2", errors.length === 1 ? "One problem keeps the site as it was" : `${errors.length} problems keep the site as it was`), list, close);
  box.setAttribute("role", "alert");
  box.lang = "en";
  box.dir = "ltr";
  panel.attachShadow({ mode: "open" }).append(sheet, box);
  document.documentElement.append(panel);
}

const events = new EventSource(`/.presskit/events?seen=${known}`);
let shown = known;
events.addEventListener("message", (message) => {
  const state = JSON.parse(message.data);
  // A server that was started anew counts anew.
  if (state.number !== shown && state.errors.length === 0) location.reload();
  shown = state.number;
  show(state.errors);
});
