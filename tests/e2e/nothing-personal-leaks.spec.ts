import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { CarerPortal } from '../support/carer-pages.ts';
import type { CaseworkerApp } from '../support/caseworker-pages.ts';
import type { ProductionCouncil } from '../support/council.ts';
import { daniel, fullName, leo, olivia, type Carer, type Worker } from '../support/personas.ts';
import { filesIn, findPlanted, formsOf, type Place } from '../support/planted.ts';
import { linkIn, uniqueCodeIn } from '../support/post.ts';
import { enrolWorker } from '../support/preparations.ts';
import { expect, test } from '../support/test.ts';

const planted = {
  carerFirst: 'Zoëquartz',
  carerLast: 'Öpalwing',
  email: 'tourmaline.zq@carers.example',
  phone: '7400123477',
  childFirst: 'Jåsperine',
  childLast: 'Béryllhurst',
  workerFirst: 'Gärnetta',
  workerLast: 'Pyritesøn',
  reason: 'Malachïte thunder over the slate quarry',
};
const plantedTexts = Object.values(planted);

const worker: Worker = { ...olivia, firstName: planted.workerFirst, lastName: planted.workerLast };
const carer: Carer = {
  firstName: planted.carerFirst,
  lastName: planted.carerLast,
  email: planted.email,
  password: 'Marmalade7:river',
  phone: `+44${planted.phone}`,
  typedPhone: `0${planted.phone}`,
  children: [{ ...leo, firstName: planted.childFirst, lastName: planted.childLast }],
};

test('the search finds each planted text in each form, in a file too', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-planted-'));
  const text = planted.reason;
  for (const [form, bytes] of formsOf(text))
    writeFileSync(path.join(folder, form), `before ${bytes} after`, 'latin1');
  const found = findPlanted([text], filesIn(folder)).map((finding) => finding.split(':')[0]);
  expect(new Set(found)).toEqual(new Set(formsOf(text).keys()));
  expect(findPlanted([text], [{ name: 'elsewhere', content: 'Nothing of that.' }])).toEqual([]);

  const inside = Buffer.from(`a longer text about ${text}, and more`).toString('base64');
  const mail = `Hello =\r\n${inside.slice(0, 40)}\r\n${inside.slice(40)}`;
  expect(findPlanted([text], [{ name: 'mail', content: mail }])).not.toEqual([]);
  rmSync(folder, { recursive: true });
});

for (const database of ['SQLite', 'MariaDB'] as const) {
  test(`a whole journey on ${database} leaves no name, address, number or reason anywhere`, async ({
    openProduction,
    mariadb,
    openCaseworkerApp,
    openPortal,
    userData,
  }) => {
    test.slow();
    const council = await openProduction(database === 'MariaDB' ? mariadb : undefined);
    await enrolWorker(council, worker);
    await enrolWorker(council, daniel);
    const app = await openCaseworkerApp(council, userData);
    const portal = await openPortal(council);
    const addresses = [app.page, portal.page].flatMap(noteAddresses);

    await inviteAndActivate(council, app, portal);
    await endAndRead(app, portal);

    const places = [
      ...mailsAndTextsOf(council),
      { name: 'server log', content: council.server.log },
      ...addresses.map((of) => ({ name: 'addresses requested', content: of().join('\n') })),
      databaseOf(council),
      ...filesIn(council.server.dataDir),
      ...filesIn(userData),
    ];
    expect(council.server.log).toContain('"event"');
    expect(findPlanted(plantedTexts, places)).toEqual([]);
  });
}

function noteAddresses(page: Page): (() => string[])[] {
  const seen: string[] = [];
  page.on('request', (request) =>
    seen.push(request.url(), JSON.stringify(request.headers()['referer'] ?? '')),
  );
  return [() => seen];
}

async function inviteAndActivate(council: ProductionCouncil, app: CaseworkerApp, portal: CarerPortal) {
  await app.signIn(worker);
  await app.addCarer(carer);
  for (const child of carer.children) await app.addChild(child, carer);
  await app.openPerson(carer);
  await app.sendInvitation(carer);
  const code = uniqueCodeIn((await council.post.mail(carer.email, /^Set up/)).text);
  await app.openInvitation(carer);
  await app.typeQuotedCode(code, 'In person');
  await portal.followInvitation(linkIn((await council.post.mail(carer.email, /^Accept/)).text));
  await portal.page.getByRole('button', { name: 'Create an account' }).click();
  await portal.askForVerificationCode(carer);
  await portal.enterCode(await portal.emailedCode(carer), 'Verify code');
  await portal.page.getByRole('button', { name: 'Continue' }).click();
  await portal.giveNameAndPassword(carer);
  await portal.page.getByLabel('Phone number').fill(carer.typedPhone);
  await portal.proveByText(carer);
  await expect(portal.page.getByText('Your phone number is set up.')).toBeVisible();
  await (await portal.beCalled(carer)).press('#');
  await (await portal.answerAccountSetup(carer)).getByRole('button', { name: 'Yes' }).click();
  await expect(portal.page.getByRole('heading', { name: 'Your account is with the team' })).toBeVisible();
  await app.logOut(worker);
  await app.signIn(daniel);
  await app.openApproval(carer);
  await (await app.approve()).getByRole('button', { name: 'Approve activation' }).click();
  await expect(app.said(`${fullName(carer)} can now use the accounts.`)).toBeVisible();
  await council.post.mail(carer.email, /^New/);
}

async function endAndRead(app: CaseworkerApp, portal: CarerPortal) {
  const child = carer.children[0]!;
  await portal.goTo('/accounts', 'Select an account');
  await portal.selectAccount(child);
  await app.openPerson(carer);
  await app.endAccess(child, planted.reason);
  await portal.page.reload();
  await expect(portal.heading('You cannot see this account')).toBeVisible();
  await portal.logOut();
}

/** What was sent. Whom a mail goes to stands in its To line and nowhere else. */
function mailsAndTextsOf({ mailServer, phoneMessages }: ProductionCouncil): Place[] {
  const mails = mailServer.mails.map(({ subject, raw }) => ({
    name: `mail '${subject}'`,
    content: raw.toString('latin1').replace(/^To:.*$/im, ''),
  }));
  const texts = phoneMessages.map(({ channel, text }) => ({ name: channel, content: text }));
  expect(mails.length).toBeGreaterThan(3);
  expect(texts.length).toBeGreaterThan(1);
  return [...mails, ...texts];
}

/** The database as it lies on the disk (DATA_DIR holds it, too), or as a dump shows all of it. */
function databaseOf({ databaseUrl }: ProductionCouncil): Place {
  if (databaseUrl.startsWith('sqlite:')) {
    const content = filesIn(path.dirname(databaseUrl.slice('sqlite:'.length)));
    expect(content.some(({ name }) => name.endsWith('.sqlite'))).toBe(true);
    return { name: 'database', content: Buffer.concat(content.map((file) => Buffer.from(file.content))) };
  }
  const { hostname, port, pathname } = new URL(databaseUrl);
  const where = [`--host=${hostname}`, `--port=${port}`, '--user=root'];
  const content = execFileSync('mariadb-dump', ['--no-defaults', ...where, pathname.slice(1)], {
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(content.toString('latin1')).toContain('INSERT INTO `invitations`');
  return { name: 'database', content };
}
