import { Keyboard } from '../support/keyboard.ts';
import { amira, daniel, fullName, leo } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expectFits, openSmallPortal } from '../support/small-screens.ts';
import { expect, test } from '../support/test.ts';

test('every page of messages and recordings fits a screen of 320 px', async ({ demo, openPortal }) => {
  test.slow();
  await activate(demo, amira);
  const portal = await openSmallPortal(await openPortal(demo, await signInCarer(demo, amira)));
  const { page } = portal;
  const screens = new Screens('small-messages');
  await portal.openMessages(leo);
  await portal.button('Write a new message').click();
  await expectFits(portal, screens, 'what-to-write');
  await portal.button('Continue').click();
  await expect(portal.errorSummary).toBeVisible();
  await expectFits(portal, screens, 'nothing-chosen');
  await page.getByRole('radio', { name: 'Message your worker' }).check();
  await portal.button('Continue').click();
  await expect(page.getByLabel('Your message')).toBeVisible();
  await expectFits(portal, screens, 'write');
  await portal.button('Send message').click();
  await expect(portal.errorSummary).toBeVisible();
  await expectFits(portal, screens, 'nothing-written');

  await page.getByRole('radio', { name: /^Your fostering team/ }).check();
  await page.getByLabel('Subject').fill('School-trip-to-the-National-Railway-Museum-with-his-whole-class');
  await page.getByLabel('Your message').fill('He is in hospital and the police came. '.repeat(20));
  await portal.button('Send message').click();
  const urgent = page.getByRole('alertdialog');
  await expect(urgent).toBeVisible();
  await screens.look(page, 'urgent');
  await urgent.getByRole('button', { name: /^Send/ }).click();
  await expect(portal.heading('Message sent')).toBeVisible();
  await expectFits(portal, screens, 'sent');
  await page.getByRole('link', { name: 'See your message' }).click();
  await expect(page.getByLabel('Your reply')).toBeVisible();
  await expectFits(portal, screens, 'thread');
  await portal.openMessages(leo);
  await expect(page.getByRole('link', { name: /^School-trip/ })).toBeVisible();
  await expectFits(portal, screens, 'list');

  await page.getByRole('link', { name: 'Your recordings' }).click();
  await expect(portal.heading('Your recordings')).toBeVisible();
  await expectFits(portal, screens, 'recordings');
  await portal.openMessages(leo);
  await portal.button('Write a new message').click();
  await page.getByRole('radio', { name: 'Foster carer recording' }).check();
  await portal.button('Continue').click();
  await expect(page.getByLabel('What happened')).toBeVisible();
  await expectFits(portal, screens, 'record');
});

test('a carer writes a message by keyboard alone', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const portal = await openPortal(demo, await signInCarer(demo, amira));
  const { page } = portal;
  const keyboard = new Keyboard(page);
  await portal.openMessages(leo);
  await keyboard.press(portal.button('Write a new message'));
  await expect(portal.heading('What do you want to write?')).toBeFocused();
  await keyboard.press(page.getByRole('radio', { name: 'Message your worker' }), 'Space');
  await page.keyboard.press('Enter');
  await expect(portal.heading('Message your worker')).toBeFocused();
  await keyboard.press(page.getByRole('radio').first(), 'Space');
  await keyboard.type(page.getByLabel('Subject'), 'Shoes');
  await keyboard.type(page.getByLabel('Your message'), 'His shoes are too small.');
  await keyboard.press(portal.button('Send message'));
  await expect(portal.heading('Message sent')).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: 'See your message' }));
  await expect(portal.heading('Shoes')).toBeFocused();
  await keyboard.type(page.getByLabel('Your reply'), 'Size 34 now.');
  await keyboard.press(portal.button('Send reply'));
  await expect(page.getByText('Size 34 now.')).toBeVisible();
});

test('a caseworker takes a thread, answers it and puts it aside by keyboard alone', async ({
  demo,
  openPortal,
  openCaseworkerApp,
}) => {
  test.slow();
  const screens = new Screens('inbox-widths');
  await activate(demo, amira);
  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.openMessages(leo);
  await portal.writeMessage(/^Your fostering team/, 'Bicycle', 'He needs a new one. '.repeat(20));
  await portal.sendMessage();

  const app = await openCaseworkerApp(demo);
  const { page } = app;
  await app.signIn(daniel);
  const keyboard = new Keyboard(page);
  await keyboard.press(
    page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Inbox' }),
  );
  await expect(app.heading('Inbox')).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: /^New/ }));
  const thread = page.getByRole('link', { name: 'Bicycle' });
  await expect(thread).toBeVisible();
  await page.keyboard.press('j');
  await expect(thread).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Bicycle' })).toBeFocused();
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 720 });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, `at ${width} px`).toBeLessThanOrEqual(width);
    await screens.look(page, `thread-at-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await keyboard.press(app.button('Take this thread'));
  await keyboard.type(page.getByLabel(`Your answer to ${fullName(amira)}`), 'We will get him one.');
  await keyboard.press(app.button('Send answer'));
  await expect(app.said('Your answer is sent.')).toBeFocused();
  await keyboard.press(app.button('Put aside'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.button('Put aside')).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: 'Close', exact: true }));
  await expect(app.heading('Inbox')).toBeFocused();
});
