import { expect, test } from '../support/test.ts';

test('in production the session cookie is bound to the host, secure, and out of the reach of scripts', async ({
  openProduction,
  openPortal,
}) => {
  const portal = await openPortal(await openProduction());
  await portal.goTo('/sign-up', 'Create an account');
  await portal.askForVerificationCode({ email: 'somebody@carers.example' });
  const cookies = await portal.page.context().cookies();
  expect(
    cookies.map(({ name, secure, httpOnly, path }) => ({ name, secure, httpOnly, path })),
  ).toContainEqual({
    name: '__Host-cso',
    secure: true,
    httpOnly: true,
    path: '/',
  });
  expect(await portal.page.evaluate(() => document.cookie)).toBe('');
});
