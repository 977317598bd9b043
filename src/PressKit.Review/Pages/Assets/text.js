// The text of a translation's field: characters, and chips that stand for codes. What is saved is text with placeholders,
// "see <1>this</1><2/>", "<<" for "<". Whatever changes a field goes through the browser's own editing commands, so that undo,
// input methods and assistive technology go on working.

/** What a field or a part of it says, with placeholders. */
export function read(node) {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data.replaceAll('<', '<<');
    else if (isChip(child)) text += placeholder(child);
    else if (child.nodeType === Node.ELEMENT_NODE && child.localName !== 'br') text += read(child);
  }
  return text.replace(/[\r\n]+/g, ' ');
}

/** What a reader reads of it. */
export const readingText = node => node.textContent;

/** Text with placeholders as HTML; chips are copies of those of the source, and only those that it has. */
export function html(text, source) {
  const chips = chipsOf(source);
  return text.replace(/<<|<(\/?)(\d+)(\/?)>|[&>"]|</g, (match, close, id, alone) => {
    if (match === '<<' || match === '<') return '&lt;';
    if (id === undefined) return { '&': '&amp;', '>': '&gt;', '"': '&quot;' }[match];
    return chips.get(`${id}:${close ? 'close' : alone ? 'alone' : 'open'}`)?.outerHTML ?? '';
  });
}

/** The chips of an element by code and kind. */
export const chipsOf = element => new Map([...element.querySelectorAll('img.chip')].map(chip => [keyOf(chip), chip]));

let isOurs = false;

/** Puts something in the place of what is selected in a field, as one step that can be undone. */
export function insert(field, markup) {
  field.focus({ preventScroll: true });
  isOurs = true;
  if (markup === '') document.execCommand('delete');
  else if (/<img/.test(markup)) document.execCommand('insertHTML', false, markup);
  else document.execCommand('insertText', false, decoded(markup));
  isOurs = false;
}

/** Puts text in the place of what is selected, but for chips that may not go: they stand behind it, and the caret before them. */
function overwrite(field, markup, kept) {
  insert(field, markup + kept.map(chip => chip.outerHTML).join(''));
  const first = kept.length > 0 && chipsOf(field).get(keyOf(kept[0]));
  if (first) getSelection().collapse(first.parentNode, [...first.parentNode.childNodes].indexOf(first));
}

/** Has a field say something else, as one step that can be undone. */
export function write(field, text, source) {
  field.focus({ preventScroll: true });
  getSelection().selectAllChildren(field);
  insert(field, html(text, source));
}

/** Keeps the chips of a field whole while somebody writes in it. */
export function guard(field, source, changed) {
  let known = new Set(chipsOf(field).keys());
  let composing = false;

  field.addEventListener('compositionstart', () => { composing = true; });
  field.addEventListener('compositionend', () => {
    composing = false;
    // The browser has its own last word on a composition; chips that it swallowed come back after it.
    queueMicrotask(() => { repair(); changed(); });
  });

  field.addEventListener('beforeinput', event => {
    const type = event.inputType;
    if (type.startsWith('format') || type === 'insertParagraph' || type === 'insertLineBreak' || type === 'insertFromDrop' || type === 'deleteByDrag') return event.preventDefault();
    if (composing || event.isComposing || type.startsWith('history') || type === 'insertFromPaste') return;
    const range = event.getTargetRanges?.()[0];
    const chips = range ? [...field.querySelectorAll('img.chip')].filter(chip => within(chip, range)) : [];
    const kept = chips.filter(chip => !mayGo(chip, chips));
    if (kept.length === 0) return;
    event.preventDefault();
    if (type.startsWith('delete') && getSelection().isCollapsed && chips.length === 1 && isAlone(range)) return hop(chips[0], type);
    select(range);
    const typed = type.startsWith('insert') ? event.data ?? event.dataTransfer?.getData('text/plain') ?? '' : '';
    overwrite(field, escaped(typed), kept);
  });

  field.addEventListener('input', event => {
    if (composing || event.isComposing) return changed();
    if (isOurs || event.inputType?.startsWith('history')) known = new Set(chipsOf(field).keys());
    else repair();
    changed();
  });

  for (const kind of ['copy', 'cut']) {
    field.addEventListener(kind, event => {
      const selection = getSelection();
      if (selection.isCollapsed) return;
      event.preventDefault();
      const part = selection.getRangeAt(0).cloneContents();
      event.clipboardData.setData('text/plain', readingText(part));
      event.clipboardData.setData('application/x-presskit', read(part));
      if (kind === 'copy') return;
      const chips = [...field.querySelectorAll('img.chip')].filter(chip => selection.containsNode(chip));
      overwrite(field, '', chips.filter(chip => !mayGo(chip, chips)));
    });
  }

  field.addEventListener('paste', event => {
    event.preventDefault();
    const own = event.clipboardData.getData('application/x-presskit');
    const text = event.clipboardData.getData('text/plain').replace(/\s*[\r\n]+\s*/g, ' ');
    if (!own) return replace(escaped(text));
    const selection = getSelection();
    const there = new Set([...field.querySelectorAll('img.chip')].filter(chip => !selection.containsNode(chip)).map(keyOf));
    replace(html(own.replace(/<(\/?)(\d+)(\/?)>/g, (tag, close, id, alone) => there.has(`${id}:${close ? 'close' : alone ? 'alone' : 'open'}`) ? '' : tag), source));
  });
  field.addEventListener('dragstart', event => event.preventDefault());

  function replace(markup) {
    const chips = [...field.querySelectorAll('img.chip')].filter(chip => getSelection().containsNode(chip));
    const kept = chips.filter(chip => !mayGo(chip, chips) && !markup.includes(`data-code="${chip.dataset.code}" data-kind="${chip.dataset.kind}"`));
    overwrite(field, markup, kept);
  }

  /** Brings back chips that went although they may not go alone, and takes out copies. */
  function repair() {
    const seen = new Set();
    for (const chip of field.querySelectorAll('img.chip')) {
      if (seen.has(keyOf(chip))) chip.remove();
      seen.add(keyOf(chip));
    }
    const all = chipsOf(source);
    const lost = [...known].filter(key => !seen.has(key) && all.has(key)).filter(key => {
      const chip = all.get(key);
      return chip.dataset.fixed === '1' || seen.has(partner(chip));
    });
    known = new Set([...seen, ...lost]);
    if (lost.length > 0) insert(field, lost.map(key => all.get(key).outerHTML).join(''));
  }
}

/** The codes of the source that a field lacks, in their order. */
export function missing(field, source) {
  const there = chipsOf(field);
  return [...chipsOf(source)].filter(([key]) => !there.has(key)).map(([, chip]) => chip);
}

/** Puts in the next missing code; a pair goes around what is selected. */
export function insertCode(field, source) {
  const chips = missing(field, source);
  if (chips.length === 0) return null;
  const [first] = chips;
  const pair = first.dataset.kind === 'open' && chips.find(chip => keyOf(chip) === partner(first));
  const selection = getSelection();
  const inside = selection.rangeCount > 0 && field.contains(selection.anchorNode) ? html(read(selection.getRangeAt(0).cloneContents()), source) : '';
  if (!field.contains(selection.anchorNode)) caretToEnd(field);
  insert(field, first.outerHTML + (pair ? inside + pair.outerHTML : inside));
  return first.alt;
}

/** Text of a field before the caret, with placeholders. */
export function beforeCaret(field) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || !field.contains(selection.anchorNode)) return read(field);
  const range = document.createRange();
  range.selectNodeContents(field);
  range.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
  return read(range.cloneContents());
}

export function caretToEnd(field) {
  const selection = getSelection();
  selection.selectAllChildren(field);
  selection.collapseToEnd();
}

const isChip = node => node.nodeType === Node.ELEMENT_NODE && node.localName === 'img' && node.classList.contains('chip');
const keyOf = chip => `${chip.dataset.code}:${chip.dataset.kind}`;
const partner = chip => `${chip.dataset.code}:${{ open: 'close', close: 'open', alone: '-' }[chip.dataset.kind]}`;
const placeholder = chip => ({ open: `<${chip.dataset.code}>`, close: `</${chip.dataset.code}>`, alone: `<${chip.dataset.code}/>` })[chip.dataset.kind];
const escaped = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const decoded = markup => markup.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]);

/** A chip may go where formatting goes as a whole: both its ends, or the one that stands alone. */
function mayGo(chip, chips) {
  if (chip.dataset.fixed === '1') return false;
  return chip.dataset.kind === 'alone' || chips.some(other => keyOf(other) === partner(chip));
}

function within(chip, range) {
  const part = document.createRange();
  part.setStart(range.startContainer, range.startOffset);
  part.setEnd(range.endContainer, range.endOffset);
  return part.intersectsNode(chip) && part.comparePoint(chip.parentNode, [...chip.parentNode.childNodes].indexOf(chip)) === 0;
}

function isAlone(range) {
  const part = document.createRange();
  part.setStart(range.startContainer, range.startOffset);
  part.setEnd(range.endContainer, range.endOffset);
  return part.toString() === '';
}

function select(range) {
  getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** To delete towards a chip is to go past it. */
function hop(chip, type) {
  const at = [...chip.parentNode.childNodes].indexOf(chip);
  getSelection().collapse(chip.parentNode, type.endsWith('Forward') ? at + 1 : at);
}
