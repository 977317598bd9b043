// Copies a release's text or address, and prints it. The buttons are hidden until this runs, so without it nothing is missing.

// What the style sheet adds or raises is no part of a text that is copied, and without it a quotation reads as a statement, and the
// number of a footnote or a power as the last figure of an amount. So it stands in the page while the text is read.
const raised = figures => figures.replace(/\d/g, figure => "⁰¹²³⁴⁵⁶⁷⁸⁹"[figure]);
const lowered = figures => figures.replace(/\d/g, figure => "₀₁₂₃₄₅₆₇₈₉"[figure]);

const written = (part, [open, close, innerOpen, innerClose]) => {
  const added = [];
  const hidden = [...part.querySelectorAll(".footnote-back-ref")];
  const around = (selector, before, after) => {
    for (const element of part.querySelectorAll(selector)) {
      added.push(document.createTextNode(before), document.createTextNode(after));
      element.prepend(added.at(-2));
      element.append(added.at(-1));
    }
  };
  const instead = (selector, text) => {
    for (const element of part.querySelectorAll(selector)) {
      if (element.closest(".footnote-ref") || !/^\d+$/.test(element.textContent)) continue;
      added.push(document.createTextNode(text(element.textContent)));
      element.before(added.at(-1));
      hidden.push(element);
    }
  };
  instead("sup", raised);
  instead("sub", lowered);
  around("q:not(q q)", open, close);
  around("q q", innerOpen, innerClose);
  around("rt", "（", "）");
  around(".footnote-ref", "[", "]");
  for (const element of hidden) element.hidden = true;
  const text = part.innerText.trim();
  for (const element of hidden) element.hidden = false;
  for (const node of added) node.remove();
  return text;
};

const copied = {
  text: ({ quotes }) => [...document.querySelectorAll("[data-text]")].map(part => written(part, quotes.split("|"))).join("\n\n"),
  link: () => document.querySelector("link[rel=canonical]")?.href ?? location.href,
};

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copied[button.dataset.copy](button.dataset));
    const status = button.parentElement.querySelector("output");
    button.textContent = status.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2500);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
