import { ask, button, byId, copyButton, make } from './dom.js';

const roles = {
  caseworker: 'Caseworker',
  team_manager: 'Team manager',
  form_designer: 'Form designer',
  records_officer: 'Records officer',
  admin: 'Administrator',
  auditor: 'Auditor',
  carer: 'Foster carer',
};

/** The people of the demo council, then everybody else who got an e-mail. */
export async function openPeople() {
  const { items } = await ask('people');
  const listFrom = (messages) => {
    const known = new Set(items.map(({ email }) => email));
    const others = messages.filter(({ channel, to }) => channel === 'mail' && !known.has(to.toLowerCase()));
    const addresses = [...new Set(others.map(({ to }) => to.toLowerCase()))];
    return [
      ...items,
      ...addresses.map((email) => ({ name: email, role: null, email, password: null, note: '' })),
    ];
  };
  return { listFrom, ownerOf: (number) => items.find(({ phone }) => phone === number)?.name ?? null };
}

/** Draws the list. The chosen person keeps the focus when the list is drawn again. */
export function drawPeople(people, { chosen, countOf, choose }) {
  const focused = document.activeElement?.dataset?.email;
  const rows = people.map((person) => {
    const count = countOf(person.email);
    const mails = count === 1 ? '1 e-mail' : `${count} e-mails`;
    const row = button('', () => choose(person.email), { className: 'row' });
    row.dataset.email = person.email;
    row.setAttribute('aria-pressed', String(person.email === chosen));
    row.append(
      make('strong', {}, person.name),
      make('span', {}, `${roles[person.role] ?? 'Got an e-mail'}, ${mails}`),
    );
    return make('li', {}, row);
  });
  byId('people').replaceChildren(...rows);
  if (focused) document.querySelector(`[data-email="${CSS.escape(focused)}"]`)?.focus();
}

/** Draws how the person signs in. */
export function drawPerson(person) {
  const card = make('div', { className: 'card' }, make('p', {}, person.email));
  if (person.password) {
    card.append(make('p', {}, `Password: ${person.password}`), copyButton('Copy password', person.password));
  }
  if (person.phone) card.append(make('p', {}, `Phone on file: ${person.phone}`));
  if (person.note) card.append(make('p', { className: 'small' }, person.note));
  byId('person').replaceChildren(card);
}

let until = 0;

/** Draws the authenticator apps; asks for new codes when the present ones run out. */
export async function drawAuthenticators(people) {
  if (Date.now() < until) return countDown();
  const { items } = await ask('authenticators');
  until = Date.now() + (items[0]?.secondsLeft ?? 30) * 1000;
  const focused = document.activeElement?.dataset?.app;
  const apps = items.map(({ email, code }) => {
    const name = people.find((person) => person.email === email)?.name ?? email;
    const copy = copyButton(`Copy code of ${name}`, code);
    copy.dataset.app = email;
    const left = make('span', { className: 'small seconds' });
    return make(
      'li',
      { className: 'app' },
      make('div', {}, name),
      make('strong', {}, code),
      ' ',
      left,
      make('div', {}, copy),
    );
  });
  byId('authenticators').replaceChildren(...apps);
  if (focused) document.querySelector(`[data-app="${CSS.escape(focused)}"]`)?.focus();
  countDown();
}

function countDown() {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  for (const left of document.querySelectorAll('.seconds')) left.textContent = `${seconds} seconds left`;
}
