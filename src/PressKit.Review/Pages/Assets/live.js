// What others do in the same edition meanwhile.
import { post } from './server.js';

export function follow(address, edit, { rows, changes, announce, isMine, lost }) {
  const people = document.getElementById('people');
  let at = '';
  let told = 0;
  let timer = 0;
  let news = { order: [], units: {} };

  function connect() {
    const events = new EventSource(address);
    events.addEventListener('people', event => meet(JSON.parse(event.data)));
    events.addEventListener('changed', event => {
      const { order, units, whole } = JSON.parse(event.data);
      news = { order, units: { ...news.units, ...units }, whole: news.whole ?? whole };
      clearTimeout(timer);
      timer = setTimeout(take, 150);
    });
    // A browser gives up for good where nobody is signed in.
    events.addEventListener('error', () => {
      lost();
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
    });
  }

  function meet(here) {
    people.replaceChildren(...here.map(({ person }) => {
      const shown = Object.assign(document.createElement('span'), { className: 'person', textContent: initials(person), title: `${person} is here` });
      shown.append(Object.assign(document.createElement('span'), { className: 'unseen', textContent: ` ${person} is here` }));
      return shown;
    }));
    for (const mark of document.querySelectorAll('.row .visitor')) mark.remove();
    for (const { person, at: place } of here) {
      const signs = rows().find(row => row.dataset.at === place)?.querySelector('.signs');
      signs?.prepend(Object.assign(document.createElement('span'), { className: 'visitor', textContent: initials(person), title: `${person} is at this sentence` }));
    }
    if (here.length > told) announce(`${here.at(-1).person} is here, too.`);
    told = here.length;
  }

  /** Takes over what this page does not show yet. */
  function take() {
    const { order, units, whole } = news;
    news = { order, units: {} };
    const shown = [...document.querySelectorAll('main .unit')];
    if (order.length !== shown.length || order.some((id, i) => shown[i].dataset.unit !== id)) return changes.rewrite();
    const wanted = Object.entries(units).filter(([id, { version, by }]) => document.getElementById(`u-${id}`).dataset.version !== version || (by && !isMine(by)));
    if (wanted.length > 0) changes.refresh(wanted.map(([id, { by }]) => [id, by]));
    else if (whole && !isMine(whole)) changes.sumUp();
  }

  connect();
  const say = () => { if (document.visibilityState === 'visible') post(edit, { do: 'here', at }).catch(() => {}); };
  setInterval(say, 20000);
  let soon = 0;
  return {
    here(place) {
      at = place;
      clearTimeout(soon);
      soon = setTimeout(say, 400);
    },
  };
}

const initials = name => name.split(/\s+/).map(word => [...word][0] ?? '').slice(0, 2).join('').toUpperCase();
