// What is asked of the server. Forms go out as the page's own forms do; an answer says what became of them.

let token = document.querySelector('meta[name=form-token]')?.content ?? '';

/** Sends a form; null where the server could not be reached, or is not well. */
export async function post(address, fields, { keepalive = false, signal } = {}, isAgain = false) {
  const body = new URLSearchParams(fields);
  if (token) body.set('form-token', token);
  try {
    const response = await fetch(address, { method: 'POST', body, keepalive, signal, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    if (response.status >= 500) return null;
    const isJson = response.headers.get('Content-Type')?.includes('json');
    const answer = { ok: response.ok, status: response.status, ...(isJson ? await response.json() : { html: await response.text() }) };
    if (answer.code === 'review.foreign-page' && !isAgain && await renew()) return post(address, fields, { keepalive, signal }, true);
    return { ...answer, isSignedOut: isSignedOut(answer) };
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return null;
  }
}

/** Reads a part of a page; null where the server could not be reached. */
export async function part(address, signal) {
  try {
    const response = await fetch(address, { signal, credentials: 'same-origin' });
    if (isSignedOut(response)) document.dispatchEvent(new CustomEvent('signed-out'));
    return response.ok ? await response.text() : null;
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return null;
  }
}

/** Whether nobody is signed in any more, or somebody else is. */
const isSignedOut = ({ status, code }) => status === 401 || code === 'review.foreign-page';

/** Somebody signed in again: what this page sends is known by another token from then on, if it is the same person. */
async function renew() {
  const response = await fetch(location.href, { credentials: 'same-origin' });
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (page.getElementById('desk')?.dataset.person !== document.getElementById('desk')?.dataset.person) return false;
  token = page.querySelector('meta[name=form-token]')?.content ?? '';
  return true;
}
