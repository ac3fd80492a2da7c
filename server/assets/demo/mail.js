import { button, byId, formatTime, make, say, tell } from './dom.js';

const states = { delivered: '', bounced: 'Bounced' };
let shown = null;
let view = 'html';
let drawn = '';

/** Draws the e-mails of one person, newest first, and the one that is open. */
export function drawMails(mails) {
  const key = mails.map(({ id, state }) => id + state).join() + shown?.id;
  if (key === drawn) return;
  drawn = key;
  if (!mails.some(({ id }) => id === shown?.id)) close();
  const focused = document.activeElement?.dataset?.mail;
  const rows = mails.toReversed().map((mail) => make('li', {}, rowOf(mail, mails)));
  byId('mails').replaceChildren(...rows);
  if (mails.length === 0) byId('mails').append(make('li', { className: 'hint' }, 'Nothing has come yet.'));
  if (focused) document.querySelector(`[data-mail="${focused}"]`)?.focus();
}

function rowOf(mail, mails) {
  const row = button('', () => open(mail, mails), { className: 'row' });
  row.dataset.mail = mail.id;
  row.setAttribute('aria-pressed', String(mail.id === shown?.id));
  const about = [formatTime(mail.at), states[mail.state]].filter(Boolean).join(', ');
  row.append(make('strong', {}, mail.subject), make('span', {}, about));
  return row;
}

function open(mail, mails) {
  shown = mail;
  byId('letter').hidden = false;
  byId('letter-heading').textContent = mail.subject;
  drawMails(mails);
  show();
  byId('letter-heading').focus({ preventScroll: true });
  // Below a long inbox only the heading would be in view.
  byId('letter').scrollIntoView();
}

function close() {
  shown = null;
  byId('letter').hidden = true;
}

function show() {
  byId('letter-html').hidden = view !== 'html';
  byId('letter-text').hidden = view === 'html';
  const address = `/demo/mail/${shown.id}`;
  if (byId('letter-html').getAttribute('src') !== address) byId('letter-html').src = address;
  byId('letter-text').textContent = view === 'headers' ? shown.headers : shown.text;
  for (const choice of document.querySelectorAll('[data-view]')) {
    choice.setAttribute('aria-pressed', String(choice.dataset.view === view));
  }
}

/** Makes the buttons of the mail column work. `chosen` gives the address of the person who is shown. */
export function openMail(chosen) {
  for (const choice of document.querySelectorAll('[data-view]')) {
    choice.addEventListener('click', () => {
      view = choice.dataset.view;
      show();
    });
  }
  byId('mail-failure').addEventListener('submit', async (event) => {
    event.preventDefault();
    const select = byId('mail-how');
    const how = select.value;
    if (await tell('fail', { to: chosen(), channel: 'mail', how })) {
      say(`From now on e-mails to ${chosen()} ${select.selectedOptions[0].textContent}.`);
    }
  });
}
