// What is asked of the server. Forms go out as the page's own forms do; an answer says what became of them.

const token = document.querySelector('meta[name=form-token]')?.content ?? '';

/** Sends a form; null where the server could not be reached, or is not well. */
export async function post(address, fields, { keepalive = false, signal } = {}) {
  const body = new URLSearchParams(fields);
  if (token) body.set('form-token', token);
  try {
    const response = await fetch(address, { method: 'POST', body, keepalive, signal, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    if (response.status >= 500) return null;
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return { ok: response.ok, status: response.status, ...(isJson ? await response.json() : { html: await response.text() }) };
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return null;
  }
}

/** Reads a part of a page; null where the server could not be reached. */
export async function part(address, signal) {
  try {
    const response = await fetch(address, { signal, credentials: 'same-origin' });
    return response.ok ? await response.text() : null;
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    return null;
  }
}
