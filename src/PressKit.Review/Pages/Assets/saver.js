// Saves sentences, one after the other for each, and goes on trying until the server has confirmed. Nobody waits for it.

import { post } from './server.js';

const Patience = [1, 2, 4, 8, 15, 30];

export class Saver {
  constructor(editor) {
    Object.assign(this, editor, { pending: new Map(), sending: new Set(), tries: 0, timer: 0, isAway: false, isSignedOut: false });
    document.addEventListener('signed-out', () => this.later(true));
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && (this.isSignedOut || this.isAway)) this.retry(); });
    addEventListener('online', () => this.retry());
    addEventListener('offline', () => { this.isAway = true; this.show(); });
  }

  /** Saves what a row says, now or as soon as that can be. */
  save(row, { keepalive = false, take = false } = {}) {
    const { at } = row.dataset;
    this.pending.set(at, { row, take });
    if (this.isDirty(row)) this.drafts.keep(at, { text: this.said(row), version: row.dataset.version, source: row.dataset.source, since: Date.now(), wanted: true });
    this.show();
    return this.send(at, keepalive);
  }

  forget(at) {
    this.pending.delete(at);
    this.show();
  }

  /** Waits until a row is saved, where it is not. */
  async settle(row) {
    if (this.isDirty(row) && !this.pending.has(row.dataset.at)) this.save(row);
    for (let i = 0; i < 100 && (this.sending.has(row.dataset.at)); i++) await new Promise(done => setTimeout(done, 30));
  }

  async send(at, keepalive = false) {
    if (this.sending.has(at)) return;
    const wanted = this.pending.get(at);
    if (!wanted) return;
    const { row, take } = wanted;
    if (!this.isDirty(row) && !take) return this.forget(at);
    this.sending.add(at);
    const written = this.said(row);
    const answer = await this.ask({ do: 'save', at, version: row.dataset.version, text: written }, keepalive);
    this.sending.delete(at);
    if (answer === null || answer.isSignedOut) return this.later(answer !== null);
    this.back();
    if (this.pending.get(at) === wanted) this.pending.delete(at);
    this.received(row, written, answer);
    if (this.pending.has(at)) this.send(at);
    this.show();
  }

  received(row, written, answer) {
    if (answer.ok) {
      this.apply(answer, row.dataset.at);
      if (!this.rows().some(this.isDirty)) this.announce('Saved.');
      // What was written since goes on from what is saved now.
      if (row.isConnected && this.isDirty(row)) this.drafts.keep(row.dataset.at, { text: this.said(row), version: row.dataset.version, source: row.dataset.source, since: Date.now() });
      return;
    }
    if (answer.theirs && answer.theirs.text === written) {
      // It was saved, and only the answer was lost.
      row.dataset.version = answer.theirs.version;
      row.dataset.saved = written;
      row.classList.remove('unsaved');
      this.drafts.drop(row.dataset.at);
    } else if (answer.theirs) this.conflict(row, answer.theirs);
    else this.tell(row, answer);
  }

  /** Does something else with a row, with the text that it says. */
  async act(row, name, fields, refused = this.tell) {
    const answer = await this.ask({ do: name, at: row.dataset.at, version: row.dataset.version, ...fields });
    if (answer === null || answer.isSignedOut) {
      this.later(answer !== null);
      this.announce(answer === null ? 'The server cannot be reached. The text is kept on this device.' : 'You are signed out. The text is kept on this device.');
      return null;
    }
    this.back();
    if (answer.ok) this.apply(answer, row.dataset.at);
    else if (answer.theirs && fields.text !== undefined && answer.theirs.text !== fields.text) this.conflict(row, answer.theirs);
    else refused(row, answer);
    this.show();
    return answer;
  }

  ask(fields, keepalive) {
    return post(this.edit, fields, { keepalive });
  }

  later(isSignedOut = false) {
    [this.isAway, this.isSignedOut] = [!isSignedOut, isSignedOut];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), 1000 * Patience[Math.min(this.tries++, Patience.length - 1)]);
    this.show();
  }

  back() {
    [this.isAway, this.isSignedOut, this.tries] = [false, false, 0];
  }

  retry() {
    for (const at of [...this.pending.keys()]) this.send(at);
    if (this.sending.size === 0 && (this.isAway || this.isSignedOut)) this.knock();
  }

  /** Looks whether somebody is there again. */
  async knock() {
    const answer = await this.ask({ do: 'here' });
    if (answer === null || answer.isSignedOut) return this.later(answer !== null);
    this.back();
    this.show();
  }

  /** Says how things stand. */
  show() {
    const place = document.getElementById('sync');
    const unsaved = this.rows().filter(this.isDirty).length;
    const kept = unsaved === 0 ? '' : `: ${unsaved} kept on this device`;
    const [state, words] = !this.drafts.works ? ['failing', 'Drafts cannot be kept on this device']
      : this.isSignedOut ? ['signed-out', `Signed out${kept}`]
      : this.isAway ? ['away', `Not connected${kept}`]
      : this.sending.size > 0 ? ['saving', 'Saving']
      : unsaved > 0 ? ['unsaved', `${unsaved} not saved yet`] : ['saved', 'Saved'];
    if (place.dataset.state === state && place.textContent === words) return;
    const was = place.dataset.state;
    if (state !== was) this.tellState(state, was);
    place.dataset.state = state;
    place.textContent = words;
  }

  /** Says aloud what somebody has to know. */
  tellState(state, was) {
    document.getElementById('signed-out').hidden = state !== 'signed-out';
    if (state === 'away') this.announce('The connection is lost. What you write is kept on this device.');
    else if (state === 'signed-out') this.announce('You are signed out. What you write is kept on this device.');
    else if (was === 'away') this.announce('Connected again.');
    else if (was === 'signed-out') this.announce('Signed in again.');
    else if (state === 'failing') this.announce('Drafts cannot be kept on this device. What you write is safe once it is saved.');
  }
}
