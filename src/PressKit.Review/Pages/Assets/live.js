// What others do in the same edition meanwhile.
import { post } from './server.js';

export function follow(address, edit, { rows, refresh, announce, isMine }) {
  const people = document.getElementById('people');
  let at = '';
  let told = 0;
  const changed = new Set();
  let timer = 0;
  const events = new EventSource(address);

  events.addEventListener('people', event => {
    const here = JSON.parse(event.data);
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
  });

  events.addEventListener('changed', event => {
    const { by, units } = JSON.parse(event.data);
    if (isMine(by)) return;
    units.forEach(unit => changed.add(unit));
    clearTimeout(timer);
    timer = setTimeout(() => { refresh([...changed]); changed.clear(); }, 150);
  });

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
