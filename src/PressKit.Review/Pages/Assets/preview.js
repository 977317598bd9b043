// The page as readers will see it, beside the text: rendered by the server from what is written, saved or not. The frame runs no
// script of its own; what differs is put into the page that stands there, so that it neither blinks nor scrolls away.

export class Preview {
  constructor(frame, address, drafts, jump) {
    Object.assign(this, { frame, address, drafts, jump, timer: 0, wanted: false, text: '' });
    frame.addEventListener('load', () => this.loaded());
    if (frame.contentDocument?.readyState === 'complete') this.loaded();
  }

  get isShown() { return this.frame.checkVisibility(); }

  /** Renders again, shortly. */
  renew(soon = 250) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.render(), soon);
  }

  async render() {
    if (this.busy) { this.wanted = true; return; }
    if (!this.isShown) return;
    this.busy = true;
    try {
      const body = new URLSearchParams(this.drafts());
      const token = document.querySelector('meta[name=form-token]')?.content;
      if (token) body.set('form-token', token);
      const response = await fetch(this.address, { method: 'POST', body, credentials: 'same-origin' });
      if (response.ok) this.show(await response.text());
    } catch {
      // Without a server the page stays as it was.
    } finally {
      this.busy = false;
      if (this.wanted) { this.wanted = false; this.renew(0); }
    }
  }

  show(text) {
    const present = this.frame.contentDocument;
    if (!present?.body) return;
    const next = new DOMParser().parseFromString(text, 'text/html');
    sync(present.body, next.body, present);
    this.here(this.text, false);
  }

  loaded() {
    const page = this.frame.contentDocument;
    if (!page) return;
    page.addEventListener('click', event => {
      event.preventDefault();
      const block = event.target.closest?.(Blocks);
      if (block) this.jump(plain(block.textContent));
    });
    this.renew(0);
  }

  /** Shows where a sentence stands. */
  here(text, scroll = true) {
    this.text = text;
    const page = this.frame.contentDocument;
    if (!page?.body || !this.isShown) return;
    if (this.marked) this.marked.style.outline = this.marked.style.outlineOffset = '';
    const wanted = plain(text);
    this.marked = wanted.length === 0 ? null : [...page.querySelectorAll(Blocks)]
      .filter(block => plain(block.textContent).includes(wanted)).sort((a, b) => a.textContent.length - b.textContent.length)[0] ?? null;
    if (!this.marked) return;
    this.marked.style.outline = '2px solid #3d7ab8';
    this.marked.style.outlineOffset = '4px';
    if (!scroll) return;
    const view = page.defaultView;
    const box = this.marked.getBoundingClientRect();
    if (box.top < 40 || box.bottom > view.innerHeight - 40) view.scrollBy({ top: box.top - view.innerHeight / 3, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }
}

const Blocks = 'h1, h2, h3, h4, h5, h6, p, li, td, th, blockquote, figcaption, dd, dt';
const plain = text => text.replace(/\s+/g, ' ').trim();

/** Has one tree say what another says, touching only what differs. */
function sync(present, next, page) {
  if (present.nodeType !== next.nodeType || present.nodeName !== next.nodeName) return present.replaceWith(page.importNode(next, true));
  if (present.nodeType !== Node.ELEMENT_NODE) {
    if (present.data !== next.data) present.data = next.data;
    return;
  }
  for (const { name } of [...present.attributes]) if (name !== 'style' && !next.hasAttribute(name)) present.removeAttribute(name);
  for (const { name, value } of next.attributes) if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  const [old, fresh] = [[...present.childNodes], [...next.childNodes]];
  fresh.forEach((child, i) => { if (i < old.length) sync(old[i], child, page); else present.append(page.importNode(child, true)); });
  old.slice(fresh.length).forEach(child => child.remove());
}
