import { button, byId, copyButton, formatTime, make, say, tell } from './dom.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const states = { failed: 'Not delivered: wrong number. ' };
let drawnTexts = '';
let drawnCall = '';

const captionOf = (number, ownerOf) => (ownerOf(number) ? `${ownerOf(number)}, ${number}` : number);

/** Draws the phone with the texts and the newest call of the chosen number. */
export function drawPhone(messages, ownerOf) {
  drawNumbers(messages, ownerOf);
  const number = byId('number').value;
  const mine = messages.filter(({ channel, to }) => channel !== 'mail' && (number === '' || to === number));
  drawTexts(mine.filter(({ channel }) => channel === 'text').toReversed(), ownerOf);
  drawCall(mine.filter(({ channel }) => channel === 'call').at(-1), ownerOf);
}

function drawNumbers(messages, ownerOf) {
  const select = byId('number');
  const known = new Set([...select.options].map(({ value }) => value));
  for (const { channel, to } of messages) {
    if (channel === 'mail' || known.has(to)) continue;
    known.add(to);
    select.append(make('option', { value: to }, captionOf(to, ownerOf)));
  }
}

function drawTexts(texts, ownerOf) {
  const key = texts.map(({ id, state }) => id + state).join();
  if (key === drawnTexts && byId('texts').children.length > 0) return;
  drawnTexts = key;
  const focused = document.activeElement?.dataset?.text;
  byId('texts').replaceChildren(...texts.map((text) => textOf(text, ownerOf)));
  if (texts.length === 0) byId('texts').append(make('li', { className: 'hint' }, 'No texts yet.'));
  if (focused) document.querySelector(`[data-text="${focused}"]`)?.focus();
}

function textOf({ id, to, text, at, state }, ownerOf) {
  const caption = `${states[state] ?? ''}To ${captionOf(to, ownerOf)}, ${formatTime(at)}`;
  const item = make(
    'li',
    { className: 'text' },
    make('div', { className: 'small' }, caption),
    make('div', {}, text),
  );
  const code = /^\d{6}/.exec(text)?.[0];
  if (code) {
    const copy = copyButton(`Copy code ${code}`, code);
    copy.dataset.text = id;
    item.append(copy);
  }
  return item;
}

const callStates = {
  ringing: 'Incoming call',
  answered: 'On the call',
  ended: 'Call ended',
  missed: 'Missed call',
  failed: 'Not called: wrong number',
};

function drawCall(call, ownerOf) {
  byId('call').hidden = !call;
  const key = `${call?.id} ${call?.state}`;
  if (!call || key === drawnCall) return;
  drawnCall = key;
  const isLive = call.state === 'answered';
  byId('call').classList.toggle('is-ringing', call.state === 'ringing');
  byId('call-number').textContent = captionOf(call.to, ownerOf);
  byId('call-state').textContent = callStates[call.state];
  byId('call-words').hidden = !isLive;
  byId('call-words').textContent = call.text;
  byId('keypad').hidden = !isLive;
  byId('call-buttons').replaceChildren(...buttonsOf(call));
  byId('alert').textContent =
    call.state === 'ringing' ? `The phone ${captionOf(call.to, ownerOf)} rings.` : '';
  if (isLive) byId('call-buttons').firstElementChild.focus();
  else globalThis.speechSynthesis?.cancel();
}

function buttonsOf(call) {
  const end = (words) => button(words, () => tell(`calls/${call.id}/end`), { className: 'stop' });
  if (call.state === 'ringing') {
    const answer = button('Answer', () => tell(`calls/${call.id}/answer`), { className: 'go' });
    return [answer, end('Do not answer')];
  }
  if (call.state !== 'answered') return [];
  byId('keypad').replaceChildren(...keys.map((key) => keyOf(call, key)));
  return [button('Play the words', () => speak(call.text)), end('Hang up')];
}

function keyOf(call, key) {
  const names = { '*': 'Star', '#': 'Hash' };
  const press = async () => {
    if (await tell(`calls/${call.id}/keys`, { key })) say(`Pressed ${key}`);
  };
  const element = button(key, press);
  if (names[key]) element.setAttribute('aria-label', `${names[key]} ${key}`);
  return element;
}

function speak(words) {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = 'en-GB';
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

/** Makes the form of the phone column work, and draws anew when another number is chosen. */
export function openPhone(redraw) {
  byId('number').addEventListener('change', redraw);
  byId('phone-failure').addEventListener('submit', async (event) => {
    event.preventDefault();
    const to = byId('fail-to').value.replaceAll(' ', '');
    const select = byId('phone-how');
    const isSet = await Promise.all(
      ['text', 'call'].map((channel) => tell('fail', { to, channel, how: select.value })),
    );
    if (isSet.every(Boolean))
      say(`From now on texts and calls to ${to} ${select.selectedOptions[0].textContent}.`);
  });
}
