// The editor: one field a sentence. Typing goes into the field and the draft on this device at once; everything else follows.
import * as text from './text.js';
import { Drafts } from './drafts.js';
import { post, part } from './server.js';
import { listen } from './keys.js';
import { Preview } from './preview.js';
import { Saver } from './saver.js';
import { Changes } from './changes.js';
import { follow } from './live.js';
import { findAndReplace } from './replace.js';

const desk = document.getElementById('desk');
const { edit, edition } = desk.dataset;
const help = document.getElementById('help');
const narrow = matchMedia('(max-width: 64rem)');
const mayWrite = desk.dataset.role !== 'reader';
const drafts = new Drafts(desk.dataset.person, edition);

// --- Rows ---

/** What a row of the page has to do with its sentence. */
export const rows = () => [...document.querySelectorAll('.row')];
export const field = row => row.querySelector('.target');
export const source = row => row.querySelector('.source');
const rowOf = node => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest('.row');
const find = at => document.getElementById(`s-${at}`);
const said = row => text.read(field(row));
const isDirty = row => said(row) !== row.dataset.saved;
let current = null;

function prepare(row) {
  const target = field(row);
  target.id = `t-${row.dataset.at}`;
  if (target.role) return;
  row.tabIndex = -1;
  target.role = 'textbox';
  target.ariaLabel = target.dataset.label;
  row.querySelector('.signs').id = `signs-${row.dataset.at}`;
  target.setAttribute('aria-describedby', `src-${row.dataset.at} signs-${row.dataset.at}`);
  if (!mayWrite) {
    [target.tabIndex, target.ariaReadOnly] = [0, 'true'];
    return;
  }
  target.contentEditable = 'true';
  target.spellcheck = true;
  target.setAttribute('enterkeyhint', 'next');
  target.setAttribute('autocapitalize', 'sentences');
  text.guard(target, source(row), () => changed(row));
}

function changed(row) {
  const written = said(row);
  if (written === row.dataset.saved) drafts.drop(row.dataset.at);
  else drafts.keep(row.dataset.at, { text: written, version: row.dataset.version, source: row.dataset.source, since: Date.now() });
  row.classList.toggle('unsaved', written !== row.dataset.saved);
  saver.show();
  look(row);
  preview.text = field(row).textContent;
  preview.renew();
}

// --- Where one is ---

function go(row, { caret = true } = {}) {
  if (!row) return;
  field(row).focus({ preventScroll: true });
  if (caret && mayWrite) text.caretToEnd(field(row));
  else if (row.caret && field(row).contains(row.caret.startContainer)) getSelection().setBaseAndExtent(row.caret.startContainer, row.caret.startOffset, row.caret.endContainer, row.caret.endOffset);
  show(row);
}

function show(row) {
  const box = row.getBoundingClientRect();
  const top = document.querySelector('.head').getBoundingClientRect().bottom + 40;
  if (box.top < top || box.bottom > innerHeight - 60) scrollBy({ top: box.top - Math.max(top, innerHeight * 0.3), behavior: 'instant' });
}

function enter(row) {
  if (row === current) return;
  if (current) leave(current);
  current = row;
  for (const other of document.querySelectorAll('.row.at-hand')) other.classList.remove('at-hand');
  row.classList.add('at-hand');
  desk.dataset.at = row.dataset.at;
  history.replaceState(null, '', `${edit}?at=${encodeURIComponent(row.dataset.at)}`);
  // Help for another sentence is not to be taken for this one's.
  help.inert = help.querySelector('.about')?.dataset.for !== row.dataset.at;
  wanted = null;
  place();
  renewHelp(row);
  preview.here(field(row).textContent);
  live.here(row.dataset.at);
}

/** To leave a sentence is to save it. */
function leave(row) {
  if (row.isConnected && isDirty(row)) saver.save(row);
}

/** Saves a sentence and goes on; there need not be another one. */
function goOn(row, step) {
  const following = next(row, step);
  if (following) return go(following);
  leave(row);
  announce(step > 0 ? 'That was the last sentence.' : 'This is the first sentence.');
}

/** On narrow screens help stands below its sentence, so that it is read and reached where it belongs. */
function place() {
  const aside = document.querySelector('aside');
  if (narrow.matches && current) current.append(help);
  else if (help.parentElement !== aside) aside.insertBefore(help, document.getElementById('preview'));
}

const next = (row, step, wanted = () => true) => {
  const all = rows();
  for (let i = all.indexOf(row) + step; i >= 0 && i < all.length; i += step) if (wanted(all[i])) return all[i];
  return null;
};

// --- Help ---

let asking = null;
let isBehind = false;
let timer = 0;
let wanted = null;

function renewHelp(row, soon = 60) {
  clearTimeout(timer);
  asking?.abort();
  timer = setTimeout(async () => {
    asking = new AbortController();
    try {
      const html = await part(`${edit}?part=help&at=${encodeURIComponent(row.dataset.at)}`, asking.signal);
      if (row !== current) return;
      if (html === null) {
        if (help.inert) help.replaceChildren(Object.assign(document.createElement('p'), { className: 'note', textContent: 'There is no help without a connection. What you write is kept.' }));
        return;
      }
      // Whoever is at work in it finds it as it is until they leave it.
      isBehind = !help.inert && help.contains(document.activeElement) && document.activeElement !== help;
      if (isBehind) return;
      help.innerHTML = html;
      help.inert = false;
      times(help);
      wanted?.();
      wanted = null;
      if (isDirty(row)) look(row);
    } catch { /* Another sentence is at hand by now. */ }
  }, soon);
}

let looking = null;
let lookTimer = 0;

/** Has checks look at what is being written. */
function look(row) {
  clearTimeout(lookTimer);
  lookTimer = setTimeout(async () => {
    looking?.abort();
    looking = new AbortController();
    try {
      const answer = await post(edit, { do: 'look', at: row.dataset.at, text: said(row) }, { signal: looking.signal });
      if (answer?.ok) showFindings(row, answer);
    } catch { /* More was written meanwhile. */ }
  }, 350);
}

function showFindings(row, answer) {
  const checks = document.getElementById('checks');
  if (row !== current || !checks) return;
  if (answer.fault) checks.replaceChildren(Object.assign(document.createElement('p'), { className: 'fault', textContent: answer.fault }));
  else if (checks.innerHTML !== answer.checks) checks.innerHTML = answer.checks;
  const [first, count] = [checks.querySelector('.fault, li > p')?.textContent ?? '', answer.count ?? 1];
  const told = first ? `${count} ${count === 1 ? 'finding' : 'findings'}: ${first}` : 'Checks find nothing any more.';
  if (told !== checks.dataset.told && (first || checks.dataset.told)) announce(told);
  checks.dataset.told = first ? told : '';
}

// --- Saving ---

const saver = new Saver({
  edit, drafts, rows, said, isDirty,
  apply: (answer, own) => changes.apply(answer, { own }),
  tell: (row, refusal) => tell(row, refusal),
  conflict: (row, theirs) => changes.conflict(row, theirs),
  announce,
});

const changes = new Changes({
  edit, drafts, saver, rows, field, source, said, isDirty, prepare, number, parkHelp, button, announce,
  current: () => current,
  goTo(row) {
    if (!current?.isConnected) current = null;
    go(row);
  },
  settled: agree,
});

/** Help that speaks of an earlier version is renewed, unless somebody is at work in it. */
function agree() {
  if (current && help.querySelector('.about')?.dataset.version !== current.dataset.version) renewHelp(current, 150);
}

/** Help leaves a sentence that may go. */
function parkHelp() {
  if (help.closest('.row')) document.querySelector('aside').prepend(help);
}

function number() {
  rows().forEach((row, i) => {
    const number = row.querySelector('.number');
    [number.textContent, number.ariaLabel] = [i + 1, `Sentence ${i + 1}`];
    field(row).dataset.label = `Translation of sentence ${i + 1}`;
    if (field(row).role) field(row).ariaLabel = field(row).dataset.label;
  });
}

/** Says below a sentence why it was not saved. */
function tell(row, { message, remedy }) {
  changes.reply(row, 'refused', `${message} ${remedy ?? ''}`);
  announce(message);
}

function button(label, act) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  made.addEventListener('click', act);
  return made;
}

let announcing = 0;
const messages = [];

/** Tells those who listen, once things have settled. */
function announce(message) {
  if (!messages.includes(message)) messages.push(message);
  clearTimeout(announcing);
  // A new element is told even where it says what the last one said.
  announcing = setTimeout(() => document.getElementById('announcer').replaceChildren(Object.assign(document.createElement('span'), { textContent: messages.splice(0).join(' ') })), 250);
}

// --- Acts ---

async function act(row, name, fields = {}, refused = tell) {
  const answer = await saver.act(row, name, fields, refused);
  if (answer?.ok) {
    announce(Done[name] ?? 'Done.');
    if (row === current) renewHelp(row, 0);
    preview.renew();
  }
  return answer?.ok ?? false;
}

const Done = { approve: 'Approved.', review: 'Approved.', 'review-unit': 'Paragraph approved.', 'review-all': 'Everything approved.', reject: 'Rejected.', split: 'Split.', join: 'Joined.', comment: 'Said.', ask: 'Asked.', 'sign-off': 'Signed off.', 'take-back': 'Taken back.', 'hand-over': 'Handed over.', 'comment-edition': 'Said.', 'reject-edition': 'Rejected.', answer: 'Answered.', dismiss: 'Kept.', settle: 'Settled.', revert: 'Brought back.' };

function takeOver(row, written, message) {
  go(row, { caret: false });
  text.write(field(row), written, source(row));
  announce(message);
}

function open(selector) {
  if (help.inert) {
    wanted = () => open(selector);
    return true;
  }
  const place = help.querySelector(selector);
  if (!place) return false;
  showTab('help');
  if (place.localName === 'details') place.open = true;
  const input = place.matches('textarea, input') ? place : place.querySelector('input:not([type=hidden]), textarea') ?? place.querySelector('summary');
  (input ?? place).focus();
  return true;
}

/** To comment and to ask is to write into the same field; what Enter does there is what the key said. */
function say(kind) {
  if (!open('#say')) return false;
  const form = help.querySelector('form.say');
  if (!form) return true;
  form.dataset.do = kind;
  form.querySelector('label span').textContent = kind === 'ask' ? 'Ask the author' : 'Say something';
  for (const one of form.querySelectorAll('button')) one.classList.toggle('quiet', one.value !== kind);
  return true;
}

document.addEventListener('keydown', event => {
  if (event.target.id !== 'say' || event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector(`button[value=${event.target.form.dataset.do}]`));
});

const Reading = ['next', 'back', 'down', 'up', 'open', 'difference', 'history', 'comment', 'ask', 'page', 'help', 'whole', 'leave'];

const acts = {
  next(row) { if (!isDirty(row) && row.dataset.state === 'draft') saver.save(row, { take: true }); goOn(row, 1); },
  back(row) { goOn(row, -1); },
  down(row) { go(next(row, 1) ?? row); },
  up(row) { go(next(row, -1) ?? row); },
  open(row) { const found = next(row, 1, r => !['reviewed', 'final'].includes(r.dataset.state)) ?? rows().find(r => !['reviewed', 'final'].includes(r.dataset.state)); if (found) go(found); else announce('Nothing waits in this edition.'); },
  approve(row) { const following = next(row, 1); act(row, 'approve', { text: said(row) }).then(done => { if (done && current === row && following) go(following); }); },
  'approve-unit'(row) {
    const paragraph = () => rows().filter(other => other.dataset.unit === row.dataset.unit);
    Promise.all(paragraph().filter(other => other === row || isDirty(other)).map(other => saver.settle(other)))
      .then(() => act(row, 'review-unit', { versions: paragraph().map(other => other.dataset.version).join(' ') }));
  },
  reject() { return open('#reject'); },
  comment() { return say('comment'); },
  ask() { return say('ask'); },
  history() { return open('#history') || announce('Nothing happened to it yet.'); },
  difference() { return open('#changes') || announce('Nothing changed since it was approved.'); },
  match(row, number) { if (help.inert) { wanted = () => acts.match(row, number); return; } const form = help.querySelectorAll('form.match')[number - 1]; if (form) takeOver(row, form.elements.text.value, 'Match taken.'); },
  fix(row) { if (help.inert) { wanted = () => acts.fix(row); return; } const form = help.querySelector('form.fix'); if (form) takeOver(row, form.elements.text.value, 'Mended.'); },
  code(row) { const name = text.insertCode(field(row), source(row)); announce(name ? `Put in: ${name}.` : 'No code is missing.'); },
  copy(row) { takeOver(row, row.dataset.source, 'Source copied.'); },
  'undo-all'(row) { takeOver(row, row.dataset.saved, 'As it was saved.'); },
  machine(row) { if (help.inert) { wanted = () => acts.machine(row); return; } const made = document.querySelector('#suggestion [data-text]'); if (made) takeOver(row, made.dataset.text, 'Suggestion taken.'); else suggest(row); },
  split(row) { const cut = () => { prepareSplit(row); open('#cut'); }; saver.settle(row).then(() => { if (help.inert) wanted = cut; else cut(); }); },
  join(row) { saver.settle(row).then(() => act(row, 'join')); },
  whole() { document.getElementById('whole').focus(); },
  page() { toggleTab(); },
  help(row) { if (help.contains(document.activeElement) || document.getElementById('whole').contains(document.activeElement)) go(row, { caret: false }); else { showTab('help'); help.focus(); } },
  replace() { replacing.open(); },
  leave(row) { if (document.activeElement === field(row)) row.focus({ preventScroll: true }); else return false; },
};

listen((name, event) => {
  if (!current) return false;
  const [does, number] = name.split(':');
  const inField = document.activeElement === field(current);
  if (['next', 'back', 'approve'].includes(does) && !inField) {
    if (does === 'next' && document.activeElement === current) { go(current, { caret: false }); return true; }
    if (does !== 'approve' || document.activeElement?.matches('input, textarea')) return false;
  }
  if (does === 'leave' && !inField) {
    if (!help.contains(document.activeElement)) return false;
    for (const opened of help.querySelectorAll('.acts details[open], .deeds details[open]')) opened.open = false;
    go(current, { caret: false });
    return true;
  }
  if (event.repeat && does !== 'down' && does !== 'up') return true;
  if (!mayWrite && !Reading.includes(does)) {
    announce('You read here, and ask.');
    return true;
  }
  return acts[does] ? acts[does](current, Number(number)) !== false : false;
});

async function suggest(row) {
  const place = document.getElementById('suggestion');
  if (!place) return announce('No machine may be asked for this release.');
  place.textContent = 'Asking…';
  const answer = await post(edit, { do: 'suggest', at: row.dataset.at }).catch(() => null);
  if (!answer?.ok || answer.message) {
    place.textContent = answer?.message ?? 'The machine cannot be reached.';
    return announce(place.textContent);
  }
  const shown = document.createElement('p');
  Object.assign(shown, { lang: field(row).lang, dir: field(row).dir, innerHTML: answer.html });
  shown.dataset.text = answer.text;
  place.replaceChildren(shown, Object.assign(document.createElement('p'), { className: 'by', textContent: answer.maker }), button('Take it', () => takeOver(row, answer.text, 'Suggestion taken.')));
  announce('A suggestion is there. The same key takes it.');
}

/** Where the sentence would be cut: the translation at the caret, the source at the likeliest place. */
function prepareSplit(row) {
  const form = help.querySelector('form.cut');
  if (!form) return;
  const before = text.beforeCaret(field(row)).trimEnd();
  form.dataset.target = before;
  const [whole, original] = [said(row), row.dataset.source];
  if (form.elements.target) form.elements.target.value = before;
  const wanted = Math.round(original.length * (whole.length ? before.length / whole.length : 0.5));
  const places = [...original.matchAll(/[.;:!?,。、，；：؛،–—](?=\s|[^\s\d])\s*|\s+/g)].map(m => ({ at: m.index + m[0].trimEnd().length, weight: /[^\s]/.test(m[0]) ? 0 : 12 }));
  const best = places.sort((a, b) => Math.abs(a.at - wanted) + a.weight - Math.abs(b.at - wanted) - b.weight)[0];
  if (best) form.elements.source.value = original.slice(0, best.at);
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.dataset.do) return;
  event.preventDefault();
  const does = event.submitter?.value ?? form.dataset.do;
  const row = current ?? rows()[0];
  if (['match', 'fix'].includes(form.className)) return takeOver(row, form.elements.text.value, form.className === 'fix' ? 'Mended.' : 'Match taken.');
  if (does === 'suggest') return acts.machine(row);
  if (does === 'review-unit') return acts['approve-unit'](row);
  const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => !['at', 'version', 'do', 'form-token'].includes(name)));
  if (form.classList.contains('edition')) return actOnEdition(form, row, does, fields);
  if (does !== 'split') await saver.settle(row);
  if (does === 'split') fields.target ??= form.dataset.target ?? '';
  if (does === 'review') return acts.approve(row);
  if (await act(row, does, fields)) {
    form.reset();
    if (help.contains(form)) go(current ?? row, { caret: false });
  }
});

/** Does something with the edition as a whole; why it is refused stands where it was asked for. */
async function actOnEdition(form, row, does, fields) {
  await Promise.all(rows().filter(isDirty).map(r => saver.settle(r)));
  fields.version = document.getElementById('summary').dataset.version;
  const refused = (_, { message, remedy }) => {
    document.querySelector('#whole .reply')?.remove();
    form.parentElement.after(Object.assign(document.createElement('p'), { className: 'reply refused', textContent: `${message} ${remedy ?? ''}` }));
    announce(message);
  };
  if (!await act(row, does, fields, refused)) return;
  document.activeElement.blur();
  await changes.rewrite();
  document.getElementById('whole').focus();
}

// --- The page beside it ---

const shownDrafts = () => Object.fromEntries(rows().filter(isDirty).map(row => [row.dataset.at, said(row)]));
const preview = new Preview(document.getElementById('frame'), desk.dataset.page, shownDrafts, words => {
  const row = rows().find(r => { const t = field(r).textContent.replace(/\s+/g, ' ').trim(); return t.length > 0 && words.includes(t); });
  if (row) go(row);
});

const tabs = document.getElementById('tabs');
tabs.hidden = false;
tabs.addEventListener('click', event => { if (event.target.dataset.tab) showTab(event.target.dataset.tab); });

function showTab(name) {
  desk.dataset.tab = name;
  for (const tab of tabs.children) tab.setAttribute('aria-pressed', String(tab.dataset.tab === name));
  if (name === 'page') { preview.renew(0); setTimeout(() => current && preview.here(field(current).textContent), 400); }
}

const toggleTab = () => showTab(desk.dataset.tab === 'page' ? 'help' : 'page');

// --- Beginning ---

const replacing = findAndReplace({ rows, field, source, said, saver, announce, go, write: takeOver });

rows().forEach(prepare);
changes.restore(await drafts.adopt());

document.addEventListener('focusin', event => {
  const row = event.target.closest?.('.row');
  if (row && (event.target === field(row) || event.target === row)) enter(row);
});
document.addEventListener('focusout', event => {
  const row = rowOf(event.target);
  // Whoever comes back from help goes on where they were.
  if (row && event.target === field(row) && getSelection().rangeCount > 0) row.caret = getSelection().getRangeAt(0).cloneRange();
  if (row && event.target === field(row) && document.hasFocus() && event.relatedTarget && rowOf(event.relatedTarget) !== row && !help.contains(event.relatedTarget)) leave(row);
});
help.addEventListener('focusout', event => { if (isBehind && current && !help.contains(event.relatedTarget)) renewHelp(current); });
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') for (const row of rows().filter(isDirty)) saver.save(row, { keepalive: true }); });
document.addEventListener('click', event => {
  const link = event.target.closest('a.number');
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  go(rowOf(link));
});
narrow.addEventListener('change', place);

const live = follow(`/live${edit.slice('/edit'.length)}`, edit, { rows, changes, announce, isMine: by => by === desk.dataset.person, lost: () => saver.knock() });

function times(place) {
  for (const time of place.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    const minutes = Math.round((Date.now() - date) / 60000);
    time.title = date.toLocaleString();
    if (minutes < 60 * 24) time.textContent = minutes < 1 ? 'now' : minutes < 60 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`;
  }
}

times(document);
desk.dataset.ready = '1';
const first = find(desk.dataset.at) ?? rows()[0];
if (first) {
  if (matchMedia('(pointer: fine)').matches || new URLSearchParams(location.search).has('at')) go(first);
  else enter(first);
}
saver.show();
