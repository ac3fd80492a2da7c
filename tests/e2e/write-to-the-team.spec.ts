import { amira, daniel, fullName, leo, olivia } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { MINUTE } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

test.describe('A carer and a caseworker write to each other', () => {
  test.slow();

  test('message, claim, answer, read: on both screens, with a mail that says nothing', async ({
    demo,
    openPortal,
    openCaseworkerApp,
  }) => {
    const screens = new Screens('messages');
    await activate(demo, amira);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.openMessages(leo);
    await screens.look(portal.page, 'no-messages');
    await portal.writeMessage(/^Your fostering team/, 'School trip', 'May Leo go to York with his class?');
    await screens.look(portal.page, 'write');
    await portal.sendMessage();
    await screens.look(portal.page, 'sent');

    const app = await openCaseworkerApp(demo);
    await app.signIn(olivia);
    await app.openThread('New', 'School trip');
    await screens.look(app.page, 'caseworker-thread');
    await app.button('Take this thread').click();
    await app.page
      .getByLabel(`Your answer to ${fullName(amira)}`)
      .fill('Yes, he may. I will tell the school.');
    await screens.look(app.page, 'caseworker-answer');
    await app.button('Send answer').click();
    await expect(app.said('Your answer is sent.')).toBeVisible();

    const mail = await demo.post.mail(amira.email, /^You have a new message/);
    for (const word of ['Leo', 'York', 'Olivia', 'School']) expect(mail.text).not.toContain(word);

    await portal.page.getByRole('link', { name: 'Back to your messages' }).click();
    await portal.page.getByRole('link', { name: /School trip/ }).click();
    await expect(portal.page.getByText('Yes, he may. I will tell the school.')).toBeVisible();
    await expect(portal.page.getByText(/Read by Olivia Hart/)).toBeVisible();
    await screens.look(portal.page, 'answered');
    await expect(app.page.getByText(new RegExp(`Read by ${fullName(amira)}`))).toBeVisible();
    await screens.look(app.page, 'caseworker-read');
  });

  test('a draft is there again after a time-out, in the same place', async ({ demo, openPortal }) => {
    await activate(demo, amira);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.openMessages(leo);
    await portal.writeMessage(/^Your fostering team/, 'Half', 'I had just begun to');
    await portal.page.clock.runFor(3000);
    await expect(portal.page.getByText(/^Saved at/)).toBeVisible();
    await portal.letPass(10 * MINUTE + 1000);
    await expect(portal.warning).toBeVisible();
    await portal.letPass(5 * MINUTE);
    await expect(portal.heading('You have been signed out')).toBeVisible();
    await portal.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await portal.signIn(amira);
    await expect(portal.page.getByLabel('Your message')).toHaveValue('I had just begun to');
    await expect(portal.page.getByLabel('Subject')).toHaveValue('Half');
  });

  test('two workers on one thread: one has it, the other takes over with a reason', async ({
    demo,
    openPortal,
    openCaseworkerApp,
  }) => {
    const screens = new Screens('two-workers');
    await activate(demo, amira);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.openMessages(leo);
    await portal.writeMessage(/^Your fostering team/, 'Bicycle', 'He needs a new one.');
    await portal.sendMessage();

    const olivias = await openCaseworkerApp(demo);
    await olivias.signIn(olivia);
    await olivias.openThread('New', 'Bicycle');
    await olivias.button('Take this thread').click();
    const daniels = await openCaseworkerApp(demo);
    await daniels.signIn(daniel);
    await daniels.openThread('Waiting for us', 'Bicycle');
    await expect(daniels.page.getByText('Olivia Hart has this thread.')).toBeVisible();
    await daniels.button('Take over').click();
    const dialog = daniels.page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Olivia is in court');
    await screens.look(daniels.page, 'take-over');
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await expect(daniels.said('The thread is yours.')).toBeVisible();
    await expect(olivias.page.getByText('Daniel Osei has this thread.')).toBeVisible();
    await screens.look(olivias.page, 'taken-over');
  });

  test('recording, countersign, addition', async ({ demo, openPortal, openCaseworkerApp }) => {
    const screens = new Screens('recordings');
    await activate(demo, amira);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.openMessages(leo);
    await portal.button('Write a new message').click();
    await portal.page.getByRole('radio', { name: 'Foster carer recording' }).check();
    await portal.button('Continue').click();
    await portal.page.getByLabel('What happened').fill('We went to the farm and fed the goats.');
    await portal.page.getByLabel(/^The child’s own words/).fill('Goats are funny.');
    const [year, month, day] = demo.server.now.toISOString().slice(0, 10).split('-').map(Number);
    for (const group of ['First day', 'Last day']) {
      const date = portal.page.getByRole('group', { name: group });
      await date.getByLabel('Day').fill(String(day));
      await date.getByLabel('Month').fill(String(month));
      await date.getByLabel('Year').fill(String(year));
    }
    await screens.look(portal.page, 'record');
    await portal.button('Continue').click();
    await expect(portal.heading('Check your recording before you send it')).toBeVisible();
    await screens.look(portal.page, 'check');
    await portal.button('Send recording').click();
    await expect(portal.heading('Recording sent')).toBeVisible();

    const app = await openCaseworkerApp(demo);
    await app.signIn(daniel);
    await app.open('Recordings');
    await app.page.getByRole('link', { name: fullName(leo) }).click();
    await expect(app.page.getByText('Goats are funny.')).toBeVisible();
    await screens.look(app.page, 'caseworker-recording');
    await app.button('Countersign').last().click();
    await app.page.getByRole('alertdialog').getByRole('button', { name: 'Countersign' }).click();
    await expect(app.said('1 recording is countersigned.')).toBeVisible();

    await portal.page.getByRole('link', { name: 'See your recording' }).click();
    await expect(portal.page.getByText(/Countersigned by Daniel Osei/)).toBeVisible();
    await portal.button('Add to this recording').click();
    await portal.page.getByLabel('What happened').fill('He also asked for a goat.');
    await portal.button('Send addition').click();
    await expect(portal.page.getByText('He also asked for a goat.')).toBeVisible();
    await screens.look(portal.page, 'added');
  });
});
