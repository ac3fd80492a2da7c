import { amira, grace, olivia, ruth } from '../support/personas.ts';
import { uniqueCodeIn } from '../support/post.ts';
import { invite } from '../support/preparations.ts';
import { DAY } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

test('an invitation expires after 14 days, stands first in the tracker, and is sent again', async ({
  demo,
  openCaseworkerApp,
}) => {
  await invite(demo, amira);
  await demo.post.mail(amira.email, /^Set up/);
  await demo.server.advance(10 * DAY);
  await invite(demo, grace);
  await demo.server.advance(5 * DAY);

  const app = await openCaseworkerApp(demo);
  await app.signIn(olivia);
  await app.page.getByRole('link', { name: 'Available' }).click();
  await expect(app.page.getByRole('link', { name: 'Invitation expired: send it again' })).toBeVisible();
  await app.open('Invitations');
  const rows = app.page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(/Amira Khan\s*Expired/);
  await expect(rows.nth(2)).toContainText(/Grace Palmer\s*Waiting for code/);

  await app.openInvitation(amira);
  await app.button('Send a new code').click();
  await expect(app.said('A new code is on its way.')).toBeVisible();
  const code = uniqueCodeIn((await demo.post.mail(amira.email, /^Set up/)).text);
  await app.typeQuotedCode(code, 'On a video call');
  await expect(app.said(/^The code is right\./)).toBeVisible();
});

test('five wrong codes lock an invitation until a team manager sends a new code', async ({
  demo,
  openCaseworkerApp,
}) => {
  await invite(demo, amira);
  const oldCode = uniqueCodeIn((await demo.post.mail(amira.email, /^Set up/)).text);
  const app = await openCaseworkerApp(demo);
  // The code that prepared the invitation is used up.
  await app.signIn(olivia);
  await app.openInvitation(amira);
  for (const triesLeft of ['4 tries left', '3 tries left', '2 tries left', '1 try left']) {
    await app.typeQuotedCode('2222-2222', 'In person');
    await expect(app.page.getByText(triesLeft)).toBeVisible();
  }
  await app.typeQuotedCode('2222-2222', 'In person');
  await expect(app.page.getByText('Five wrong codes were entered.')).toBeVisible();
  await expect(app.page.getByLabel('Code that the carer reads out')).toHaveCount(0);
  await expect(app.button('Unlock with a new code')).toHaveCount(0);
  await app.logOut(olivia);

  await app.signIn(ruth);
  await app.openInvitation(amira);
  await app.button('Unlock with a new code').click();
  await expect(app.said('The invitation is unlocked.')).toBeVisible();
  const newCode = uniqueCodeIn((await demo.post.mail(amira.email, /^Set up/)).text);
  await app.typeQuotedCode(oldCode, 'In person');
  await expect(app.page.getByText('4 tries left')).toBeVisible();
  await app.typeQuotedCode(newCode, 'In person');
  await expect(app.said(/^The code is right\./)).toBeVisible();
});
