// What somebody wrote and the server has not confirmed, kept on this device: it outlives the tab, the server and the connection.

export class Drafts {
  constructor(edition) {
    this.prefix = `presskit-desk:${edition}:`;
    this.works = true;
  }

  /** Keeps a draft: what is written, against which version, and whether it was to be saved. */
  keep(at, draft) {
    try {
      localStorage.setItem(this.prefix + at, JSON.stringify(draft));
      this.works = true;
    } catch {
      this.works = false;
    }
  }

  drop(at) {
    try {
      localStorage.removeItem(this.prefix + at);
    } catch {
      this.works = false;
    }
  }

  /** All of them: pairs of a sentence and a draft. */
  all() {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(this.prefix)).map(key => [key.slice(this.prefix.length), JSON.parse(localStorage.getItem(key))]);
    } catch {
      return [];
    }
  }
}
