// What the parts of the page share: finding and making elements, asking the server, saying what happened.

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** A new element; `properties` are set on it, `children` are elements or text, which is never read as HTML. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A button with its action. */
export function button(words, action, properties = {}) {
  const element = make('button', { type: 'button', ...properties }, words);
  element.addEventListener('click', action);
  return element;
}

/** A button that copies `text`. */
export const copyButton = (words, text) =>
  button(words, async () => {
    await navigator.clipboard.writeText(text);
    say(`Copied ${text}`);
  });

/** Tells what happened, to the eye and to screen readers. */
export function say(words) {
  byId('status').textContent = words;
}

/** The JSON answer of the demo's API. Throws when the server does not answer or refuses. */
export async function ask(path) {
  const response = await fetch(`/demo/api/${path}`, { headers: { 'x-activity': 'passive' } });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.json();
}

/** Posts to the demo's API; says so when the server refuses. True when it did not. */
export async function tell(path, body) {
  const headers = { 'x-cso-client': 'web', ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(`/demo/api/${path}`, {
    method: 'POST',
    headers,
    body: body && JSON.stringify(body),
  });
  if (!response.ok) say('That did not work: the call may be over.');
  return response.ok;
}

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment of the API, as people write it. */
export const formatTime = (at) => clock.format(new Date(at));
