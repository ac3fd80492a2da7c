import { amira, fullName, leo, olivia, yusuf } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

test('two carers of a household: each reads for themselves, and private stays private', async ({
  demo,
  openPortal,
  openCaseworkerApp,
}) => {
  test.slow();
  const screens = new Screens('household');
  await activate(demo, amira);
  await activate(demo, yusuf);
  const amiras = await openPortal(demo, await signInCarer(demo, amira));
  await amiras.openMessages(leo);
  await amiras.writeMessage(/^Your fostering team/, 'Swimming', 'May Leo join the club?');
  await amiras.sendMessage();
  await amiras.openMessages(leo);
  await amiras.writeMessage(/^Your fostering team/, 'For the team alone', 'I am worn out.');
  await amiras.page.getByRole('checkbox', { name: 'Only me and the team can see this' }).check();
  await amiras.sendMessage();

  const app = await openCaseworkerApp(demo);
  await app.signIn(olivia);
  await app.openThread('New', 'Swimming');
  await app.button('Take this thread').click();
  await app.answer(amira, 'Yes, he may.');

  await amiras.openMessages(leo);
  await amiras.page.getByRole('link', { name: 'Swimming' }).click();
  await expect(amiras.page.getByText('Yes, he may.')).toBeVisible();
  await expect(app.page.getByText(new RegExp(`Read by ${fullName(amira)}`))).toBeVisible();

  const yusufs = await openPortal(demo, await signInCarer(demo, yusuf));
  await yusufs.openMessages(leo);
  await expect(yusufs.page.getByText(/You have \d unread message/)).toBeVisible();
  await expect(yusufs.page.getByText('For the team alone')).toBeHidden();
  await screens.look(yusufs.page, 'the-other-carer');
  await yusufs.page.getByRole('link', { name: 'Swimming' }).click();
  await expect(yusufs.page.getByText('Yes, he may.')).toBeVisible();
  await screens.look(yusufs.page, 'the-other-carer-reads');
  const readers = new RegExp(`Read by ${fullName(amira)}.*${fullName(yusuf)}`);
  await expect(app.page.getByText(readers)).toBeVisible();
  await screens.look(app.page, 'read-by-both');
});
