// The lists: keys to walk through them.
import { listen } from './keys.js';

const links = () => [...document.querySelectorAll('main table a')];

listen((act, event) => {
  if (event.target.matches?.('input, textarea, select')) return false;
  const all = links();
  const at = all.indexOf(document.activeElement);
  if (act === 'down') all[Math.min(at + 1, all.length - 1)]?.focus();
  else if (act === 'up') all[Math.max(at - 1, 0)]?.focus();
  else return false;
  return true;
});
