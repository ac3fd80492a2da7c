import type { CaseworkerApp } from '../support/caseworker-pages.ts';
import { amira, daniel, fullName, leo, olivia } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { DAY } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

async function setCover(app: CaseworkerApp, name: string, now: Date, screens: Screens): Promise<void> {
  await app.open('Cover');
  await screens.look(app.page, 'nobody-away');
  await app.button('Set cover').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByLabel('Who reads for them').selectOption(name);
  const [year, month, day] = new Date(now.getTime() + 7 * DAY)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  const lastDay = dialog.getByRole('group', { name: 'Last day away' });
  await lastDay.getByLabel('Day').fill(String(day));
  await lastDay.getByLabel('Month').fill(String(month));
  await lastDay.getByLabel('Year').fill(String(year));
  await screens.look(app.page, 'set-cover');
  await dialog.getByRole('button', { name: 'Set cover' }).click();
  await expect(app.said('The cover is set.')).toBeVisible();
}

test('cover: the carer sees who reads for their worker, and the cover answers', async ({
  demo,
  openPortal,
  openCaseworkerApp,
}) => {
  test.slow();
  const screens = new Screens('cover');
  await activate(demo, amira);
  const olivias = await openCaseworkerApp(demo);
  await olivias.signIn(olivia);
  await setCover(olivias, fullName(daniel), demo.server.now, screens);
  await expect(olivias.page.getByRole('row', { name: /Olivia Hart.*Daniel Osei/ })).toBeVisible();
  await screens.look(olivias.page, 'away');

  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.openMessages(leo);
  await portal.writeMessage(/^Olivia Hart, Leo/, 'Dentist', 'Leo has to go on Monday.');
  await expect(
    portal.page.getByText(/^Daniel Osei is reading for Olivia Hart, who is back on/),
  ).toBeVisible();
  await screens.look(portal.page, 'who-gets-it');
  await portal.sendMessage();
  await expect(portal.page.getByText('It went to Olivia Hart')).toBeVisible();
  await expect(
    portal.page.getByText(/^Daniel Osei is reading for Olivia Hart, who is back on/),
  ).toBeVisible();
  await screens.look(portal.page, 'sent-to-the-cover');

  const daniels = await openCaseworkerApp(demo);
  await daniels.signIn(daniel);
  await daniels.openThread('New', 'Dentist');
  await daniels.button('Take this thread').click();
  await daniels.answer(amira, 'Thank you. I will be there.');

  await olivias.button(/^End now/).click();
  await olivias.page.getByRole('alertdialog').getByRole('button', { name: 'End now' }).click();
  await expect(olivias.said('The cover has ended.')).toBeVisible();
  await portal.openMessages(leo);
  await portal.button('Write a new message').click();
  await portal.page.getByRole('radio', { name: 'Message your worker' }).check();
  await portal.button('Continue').click();
  await expect(portal.page.getByRole('radio', { name: /^Olivia Hart, Leo/ })).toBeVisible();
  await expect(portal.page.getByText(/is reading for/)).toBeHidden();
});
