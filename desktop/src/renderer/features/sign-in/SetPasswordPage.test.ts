import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage } from '../../app/testing/fake-service';
import SetPasswordPage from './SetPasswordPage.vue';

const TOKEN = 'Zk3vQ9_aB-cD7eF0gH1iJ2kL3mN4oP5qR6sT8uV9wX0';
const password = 'purple kettle window';

async function setPassword(link: string, answer: () => unknown = () => undefined) {
  const service = fakeService({ workerSetPassword: answer });
  const page = await renderPage(SetPasswordPage, service, { isSignedOut: true, path: '/set-password' });
  if (link) await page.user.type(screen.getByLabelText('Link'), link);
  await page.user.type(screen.getByLabelText('New password'), password);
  await page.user.type(screen.getByLabelText('New password again'), password);
  await page.user.click(screen.getByRole('button', { name: 'Set password' }));
  return { ...page, service };
}

describe('setting the first password', () => {
  it.each([
    ['the link as `worker add` prints it', `https://portal.council.example/set-password#${TOKEN}`],
    ['a link of a server on another port', `http://localhost:3000/set-password#${TOKEN}`],
    ['the last part of the link alone', TOKEN],
    [
      'a link that was copied with spaces around it',
      `  https://portal.council.example/set-password#${TOKEN} `,
    ],
  ])('takes %s, then asks to sign in', async (_, link) => {
    const { service, router } = await setPassword(link);
    const body = { token: TOKEN, password, passwordConfirmation: password };
    expect(service.of('workerSetPassword')).toMatchObject([{ body }]);
    await expect.poll(() => router.currentRoute.value.name).toBe('sign-in');
  });

  it.each([
    '',
    'https://portal.council.example/invitation#' + TOKEN,
    'https://portal.council.example/set-password#',
  ])('does not take %o for a link', async (link) => {
    const { service, container } = await setPassword(link);
    screen.getByRole('link', { name: 'Paste the link that your administrator gave you' });
    expect(service.calls).toEqual([]);
    await expectNoAxeViolations(container);
  });

  it('says that the link was used or is too old', async () => {
    await setPassword(TOKEN, () => refuse(404, 'LINK_NOT_USABLE'));
    expect((await screen.findByRole('alert')).textContent).toContain('The link was used or is too old.');
  });
});
