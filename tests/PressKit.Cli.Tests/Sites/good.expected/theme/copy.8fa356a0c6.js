// Copies a release's text or address, and prints it. The buttons are hidden until this runs, so without it nothing is missing.
const copied = {
  text: () => [...document.querySelectorAll("[data-text]")].map(part => part.innerText.trim()).join("\n\n"),
  link: () => document.querySelector("link[rel=canonical]")?.href ?? location.href,
};

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copied[button.dataset.copy]());
    const status = button.parentElement.querySelector("output");
    button.textContent = status.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2500);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
