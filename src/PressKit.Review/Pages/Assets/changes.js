// What becomes of the page when sentences change, whoever changed them. What is being written stays with the sentence that it was
// written for; it is never saved over something that its writer has not seen, and where its sentence is gone it is kept all the same.
import * as text from './text.js';
import { part } from './server.js';

export class Changes {
  /** @param editor What the editor knows of its rows, drafts and saves. */
  constructor(editor) {
    Object.assign(this, editor);
  }

  /** Takes over what the server says of units. `own` is the sentence that was saved from this page, `by` whoever changed others. */
  apply({ units, summary }, { own, by } = {}) {
    if (summary) document.getElementById('summary').outerHTML = summary;
    for (const [id, html] of Object.entries(units ?? {})) {
      const [old, fresh] = [document.getElementById(`u-${id}`), unitsOf(html)[0]];
      if (old && fresh) this.exchange(old, fresh, own, by);
    }
    this.settled();
  }

  /** Asks for units that others changed: pairs of a unit and whoever it was. */
  async refresh(units) {
    if (units.length > 5) return this.rewrite();
    for (const [unit, by] of units) {
      const html = await this.ask(`unit&at=${encodeURIComponent(`${unit}.1`)}`);
      if (html) this.apply({ units: { [unit]: html } }, { by });
    }
    await this.sumUp();
  }

  /** Asks how far the edition is. */
  async sumUp() {
    const [summary, whole] = await Promise.all([this.ask('summary'), this.ask('whole')]);
    if (summary) this.apply({ summary });
    const place = document.getElementById('whole');
    if (whole && place && !place.contains(document.activeElement)) place.outerHTML = whole;
  }

  /** Takes over the whole text, where units came and went. */
  async rewrite() {
    const html = await this.ask('text');
    if (!html) return;
    const fresh = unitsOf(html);
    const gone = units().filter(unit => !fresh.some(other => other.id === unit.id));
    const [kept, was] = [this.written(gone.flatMap(rowsOf)), this.current()];
    const at = this.rows().indexOf(was);
    this.parkHelp();
    for (const unit of gone) unit.remove();
    const added = [];
    let last = null;
    for (const unit of fresh) {
      const old = document.getElementById(unit.id);
      if (old) this.exchange(old, unit);
      const here = document.getElementById(unit.id) ?? unit;
      if (last ? last.nextElementSibling !== here : units()[0] !== here) (last ? last.after(here) : document.querySelector('main .unit, main #whole').before(here));
      if (!old) added.push(...rowsOf(here));
      last = here;
    }
    added.forEach(this.prepare);
    this.number();
    const moved = this.place(kept, added);
    if (was && !was.isConnected) this.goTo(moved.get(was.dataset.at) ?? this.rows()[Math.min(at, this.rows().length - 1)]);
    if (gone.length + added.length > 0) this.announce('The author changed the text. It is shown as it is now.');
    this.settled();
    await this.sumUp();
  }

  /** Puts a unit in the place of what it was. */
  exchange(old, fresh, own, by) {
    const [then, now] = [rowsOf(old), rowsOf(fresh)];
    if (now.length === then.length && now.every((row, i) => row.dataset.source === then[i].dataset.source)) {
      old.dataset.version = fresh.dataset.version;
      now.forEach((row, i) => this.renew(then[i], row, row.dataset.at === own, by));
      return;
    }
    const [kept, was] = [this.written(then), this.current()];
    this.parkHelp();
    old.replaceWith(fresh);
    now.forEach(this.prepare);
    this.number();
    const moved = this.place(kept, now);
    if (was && !was.isConnected) this.goTo(moved.get(was.dataset.at) ?? now.find(row => row.dataset.at === was.dataset.at) ?? now[0]);
  }

  /** Shows what a sentence is by now. */
  renew(row, fresh, isOwn, by) {
    // What is on its way gets an answer of its own.
    if (!isOwn && this.saver.sending.has(row.dataset.at)) return;
    const [target, written, wasDirty] = [this.field(row), this.said(row), this.isDirty(row)];
    const classes = ['at-hand', 'unsaved', 'in-conflict'].filter(name => row.classList.contains(name));
    row.className = fresh.className;
    row.classList.add(...classes);
    row.querySelector('.signs').innerHTML = fresh.querySelector('.signs').innerHTML;
    const { saved, version, state } = fresh.dataset;
    if (!isOwn && wasDirty && saved !== row.dataset.saved && saved !== written) return this.conflict(row, { text: saved, html: this.field(fresh).innerHTML, version, by });
    Object.assign(row.dataset, { saved, version, state });
    if (!wasDirty && text.read(target) !== saved) {
      target.innerHTML = this.field(fresh).innerHTML;
      if (document.activeElement === target) text.caretToEnd(target);
    }
    if (this.isDirty(row)) return;
    this.drafts.drop(row.dataset.at);
    this.clean(row);
  }

  /** Nothing is left to say of a row. */
  clean(row) {
    row.classList.remove('unsaved', 'in-conflict');
    row.querySelector('.reply')?.remove();
  }

  /** Both texts, and whoever writes decides. */
  conflict(row, theirs) {
    const who = theirs.by ?? 'Somebody';
    row.classList.add('in-conflict');
    const other = Object.assign(document.createElement('p'), { className: 'theirs', lang: this.field(row).lang, dir: this.field(row).dir, innerHTML: theirs.html });
    const seen = () => { Object.assign(row.dataset, { version: theirs.version, saved: theirs.text ?? '' }); };
    const mine = this.button('Keep mine', () => {
      seen();
      this.saver.save(row);
      this.goTo(row);
    });
    const take = this.button('Take theirs', () => {
      seen();
      text.write(this.field(row), theirs.text ?? '', this.source(row));
      this.clean(row);
      this.drafts.drop(row.dataset.at);
      this.saver.forget(row.dataset.at);
      this.refresh([[row.dataset.unit, null]]);
    });
    const buttons = Object.assign(document.createElement('div'), { className: 'deeds' });
    buttons.append(mine, take);
    const isNew = row.querySelector('.conflict .theirs')?.textContent !== other.textContent;
    this.reply(row, 'conflict', theirs.text ? `${who} changed it meanwhile. It says now:` : `${who} changed it meanwhile. It has no translation now.`, other, buttons);
    if (isNew) this.announce(`${who} changed this sentence meanwhile. Both texts are shown.`);
  }

  /** Says something below a sentence. */
  reply(row, kind, message, ...more) {
    row.querySelector('.reply')?.remove();
    const box = Object.assign(document.createElement('div'), { className: `reply ${kind}` });
    box.append(Object.assign(document.createElement('p'), { textContent: message }), ...more);
    this.field(row).after(box);
  }

  /** What an earlier tab left on this device, or one that is gone. */
  restore(drafts) {
    for (const draft of drafts) {
      const row = document.getElementById(`s-${draft.at}`);
      if (row?.dataset.source !== draft.source) this.place([draft], this.rows());
      else if (draft.text === row.dataset.saved) this.drafts.drop(draft.at);
      else {
        this.write(row, draft);
        row.dataset.version = draft.version;
        if (draft.wanted) this.saver.save(row);
        else this.reply(row, 'restored', 'Your draft of this sentence, as you left it. Enter saves it.');
      }
    }
  }

  /** What somebody is writing in rows that go, and what was to be saved of it. */
  written(rows) {
    return rows.filter(row => this.isDirty(row)).map(row => {
      const { at, version, source, saved } = row.dataset;
      const wanted = this.saver.pending.delete(at);
      return { at, version, source, saved, wanted, text: this.said(row), place: this.rows().indexOf(row) };
    });
  }

  /** Finds the sentences that texts belong to by now: the same one elsewhere, or one that says nearly the same. */
  place(drafts, rows) {
    const moved = new Map();
    for (const draft of drafts) {
      const free = rows.filter(row => !this.isDirty(row));
      const same = free.find(row => row.dataset.source === draft.source);
      const row = same ?? free.map(row => ({ row, is: likeness(row.dataset.source, draft.source) })).filter(found => found.is > 0.5).sort((a, b) => b.is - a.is)[0]?.row;
      if (!row) {
        this.leave(draft);
        continue;
      }
      moved.set(draft.at, row);
      this.drafts.drop(draft.at);
      const { saved, version } = row.dataset;
      const theirs = { text: saved, version, html: this.field(row).innerHTML };
      this.write(row, draft);
      this.drafts.keep(row.dataset.at, { text: draft.text, version, source: row.dataset.source, since: Date.now() });
      if (!same) this.reply(row, 'restored', 'The author changed this sentence while you were writing. What you wrote is here; read it again before you save it.');
      else if (saved && saved !== draft.text && saved !== draft.saved) this.conflict(row, theirs);
      else if (draft.wanted) this.saver.save(row);
      else this.reply(row, 'restored', 'What you were writing is here: the sentence has moved.');
    }
    return moved;
  }

  /** Keeps what was written for a sentence that is gone, until whoever wrote it has seen it. */
  leave(draft) {
    this.drafts.keep(draft.at, { ...draft });
    const { lang, dir } = document.querySelector('.target') ?? document.body;
    const words = draft.text.replace(/<<|<\/?\d+\/?>/g, tag => tag === '<<' ? '<' : '');
    const box = Object.assign(document.createElement('section'), { className: 'left-over' });
    box.setAttribute('aria-label', 'Written for a sentence that is gone');
    const heading = Object.assign(document.createElement('h2'), { textContent: 'You wrote this for a sentence that is gone' });
    const was = Object.assign(document.createElement('p'), { className: 'by', lang: document.querySelector('.source')?.lang ?? '', textContent: draft.source.replace(/<\/?\d+\/?>/g, '') });
    const buttons = Object.assign(document.createElement('div'), { className: 'deeds' });
    buttons.append(
      this.button('Copy it', () => navigator.clipboard.writeText(words).then(() => this.announce('Copied.'))),
      this.button('Throw it away', () => { this.drafts.drop(draft.at); box.remove(); this.goTo(this.rows()[0]); }),
    );
    box.append(heading, was, Object.assign(document.createElement('p'), { className: 'theirs', lang, dir, textContent: words }), buttons);
    document.getElementById('main').prepend(box);
    this.announce('What you wrote for a sentence that is gone stands above the text.');
  }

  write(row, draft) {
    this.field(row).innerHTML = text.html(draft.text, this.source(row));
    row.classList.add('unsaved');
  }

  ask(what) {
    return part(`${this.edit}?part=${what}`).catch(() => null);
  }
}

const units = () => [...document.querySelectorAll('main .unit')];
const rowsOf = unit => [...unit.querySelectorAll('.row')];
const unitsOf = html => [...document.createRange().createContextualFragment(html).querySelectorAll('.unit')];

/** How much two texts have in common, from 0 to 1: of pairs of characters, which suits any script. */
function likeness(one, other) {
  const [a, b] = [pairs(one), pairs(other)];
  let both = 0;
  for (const [pair, count] of a) both += Math.min(count, b.get(pair) ?? 0);
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : 2 * both / all;
}

function pairs(words) {
  const found = new Map();
  for (let i = 0; i < words.length - 1; i++) found.set(words.slice(i, i + 2), (found.get(words.slice(i, i + 2)) ?? 0) + 1);
  return found;
}
