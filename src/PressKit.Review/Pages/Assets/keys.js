// Keys. The sheet of keys in the page says which key does what, so that the sheet is true.

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const sheet = document.getElementById('keys');
const acts = new Map();
for (const row of sheet.querySelectorAll('[data-key]')) {
  if (row.dataset.key === 'Alt+1…9') for (let i = 1; i <= 9; i++) acts.set(`Alt+${i}`, `match:${i}`);
  else acts.set(row.dataset.key, row.dataset.act);
  if (isMac) for (const kbd of row.querySelectorAll('kbd')) if (kbd.textContent === 'Alt') kbd.textContent = '⌃';
}

const single = document.getElementById('single-keys');
if (single) {
  single.checked = localStorage.getItem('presskit-desk-single-keys') !== 'no';
  single.addEventListener('change', () => localStorage.setItem('presskit-desk-single-keys', single.checked ? 'yes' : 'no'));
}

/** The key of an event, as the sheet writes it. Letters and digits go by their place on the keyboard where a modifier would
    make another character of them. */
function nameOf(event) {
  const key = /^(Key|Digit)(.)$/.exec(event.code)?.[2] ?? event.key;
  const alt = isMac ? event.ctrlKey && !event.altKey && event.key.length === 1 || event.altKey && event.key.startsWith('Arrow') : event.altKey && !event.ctrlKey;
  if (alt) return `Alt+${key}`;
  if (event.key === '?') return '?';
  if (event.key === '/') return event.ctrlKey ? '?' : '/';
  const control = event.ctrlKey || (isMac && event.metaKey);
  return `${control ? 'Control+' : ''}${event.shiftKey && event.key.length > 1 ? 'Shift+' : ''}${event.key.length === 1 ? key : event.key}`;
}

/** Calls what a key does. `does(act, event)` says whether it did anything. */
export function listen(does) {
  document.addEventListener('keydown', event => {
    // An input method is at work: its keys are its own (229 is what Safari says of the last one).
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (sheet.open && event.key !== '?') return;
    const writes = event.target.isContentEditable || event.target.matches?.('input:not([type=checkbox]), textarea, select');
    let name = nameOf(event);
    if (writes && !name.includes('+') && !event.ctrlKey && !/^(F\d+|Enter|Escape)$/.test(name)) return;
    if (!writes && !acts.has(name) && name.length === 1 && single?.checked && acts.has(`Alt+${name}`)) name = `Alt+${name}`;
    const act = acts.get(name);
    if (act === 'keys') {
      event.preventDefault();
      toggle();
    } else if (act && does(act, event)) event.preventDefault();
  });
}

export function toggle() {
  if (sheet.open) sheet.close();
  else sheet.showModal();
}

for (const button of document.querySelectorAll('[data-do=keys]')) {
  button.hidden = false;
  button.addEventListener('click', toggle);
}
sheet.addEventListener('click', event => { if (event.target === sheet) sheet.close(); });
