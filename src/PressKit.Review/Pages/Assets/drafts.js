// What somebody wrote and the server has not confirmed, kept on this device: it outlives the tab, the server and the connection. Drafts
// belong to whoever wrote them, and to the tab in which they did, as long as that is open.

export class Drafts {
  constructor(person, edition) {
    this.prefix = `presskit-desk:${person}:${edition}:`;
    this.tab = `${this.prefix}${Date.now().toString(36)}${Math.random().toString(36).slice(2)}:`;
    this.works = true;
    // The lock ends with the tab, however that ends.
    navigator.locks?.request(this.tab, () => new Promise(() => {}));
  }

  /** Keeps a draft: what is written, against which version, and whether it was to be saved. */
  keep(at, draft) {
    try {
      localStorage.setItem(this.tab + at, JSON.stringify(draft));
      this.works = true;
    } catch {
      this.works = false;
    }
  }

  drop(at) {
    try {
      localStorage.removeItem(this.tab + at);
    } catch {
      this.works = false;
    }
  }

  /** Takes over the drafts of tabs that are gone: each with its sentence, the newest first. */
  async adopt() {
    const held = (await navigator.locks?.query())?.held ?? [];
    const living = new Set(held.map(lock => lock.name));
    try {
      const keys = Object.keys(localStorage).filter(key => key.startsWith(this.prefix) && !living.has(tabOf(key, this.prefix)));
      const drafts = keys.map(key => ({ ...JSON.parse(localStorage.getItem(key)), at: key.slice(tabOf(key, this.prefix).length) })).sort((a, b) => b.since - a.since);
      for (const key of keys) localStorage.removeItem(key);
      const seen = new Set();
      for (const draft of drafts) {
        // Of two for one sentence the older one has no place, and is shown apart.
        while (seen.has(draft.at)) draft.at += '~';
        seen.add(draft.at);
        this.keep(draft.at, draft);
      }
      return drafts;
    } catch {
      return [];
    }
  }
}

const tabOf = (key, prefix) => key.slice(0, key.indexOf(':', prefix.length) + 1);
