import { ask, byId, say } from './dom.js';
import { drawMails, openMail } from './mail.js';
import { drawAuthenticators, drawPeople, drawPerson, openPeople } from './people.js';
import { drawPhone, openPhone } from './phone.js';

const ROUND_MS = 1000;
const NEWEST = 500;

const messages = new Map();
let revision = 0;
let chosen = '';
let drawn = '';
let isAway = false;
const { listFrom, ownerOf } = await openPeople();

const mailsTo = (email) =>
  [...messages.values()].filter(({ channel, to }) => channel === 'mail' && to.toLowerCase() === email);

function choose(email) {
  chosen = email;
  drawn = '';
  const person = listFrom([...messages.values()]).find((candidate) => candidate.email === email);
  byId('mail-heading').textContent = `E-mail of ${person.name}`;
  drawPerson(person);
  draw();
}

function draw() {
  const all = [...messages.values()];
  const key = `${revision} ${chosen} ${byId('number').value}`;
  if (key === drawn) return;
  drawn = key;
  drawPeople(listFrom(all), { chosen, countOf: (email) => mailsTo(email).length, choose });
  drawMails(mailsTo(chosen));
  drawPhone(all, ownerOf);
}

/** Fetches what is new. A mailbox that was emptied counts from the start again. */
async function refresh() {
  const news = await ask(`changes?since=${revision}`);
  if (news.isReset) messages.clear();
  for (const message of news.items) messages.set(message.id, message);
  for (const id of [...messages.keys()].slice(0, Math.max(0, messages.size - NEWEST))) messages.delete(id);
  revision = news.revision;
  draw();
  await drawAuthenticators(listFrom([]));
}

async function keepFresh() {
  try {
    await refresh();
    if (isAway) say('The server is back.');
    isAway = false;
  } catch {
    if (!isAway) say('The server does not answer. This page tries again.');
    isAway = true;
  }
  setTimeout(keepFresh, ROUND_MS);
}

openMail(() => chosen);
openPhone(draw);
await refresh();
choose(listFrom([])[0].email);
void keepFresh();
