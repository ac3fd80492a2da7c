import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, refuse, renderPage, type SentCall } from '../../app/testing/fake-service';
import { buildTask, idOf } from '../../app/testing/records';
import MyWorkPage from './MyWorkPage.vue';

const available = buildTask({ id: idOf(61), state: 'open', kind: 'sign_in_locked', about: null });

function service(answers = {}) {
  return fakeService({
    listTasks: ({ query }) => ({
      items: query?.view === 'mine' ? [buildTask()] : query?.view === 'available' ? [available] : [],
    }),
    countTasks: () => ({ mine: { all: 1, urgent: 1 }, available: { all: 7, urgent: 0 } }),
    claimTask: () => ({ ...available, state: 'claimed' }),
    completeTask: () => buildTask({ state: 'done' }),
    ...answers,
  });
}

describe('my work', () => {
  it('shows my tasks with what they are about, and opens it with Enter after j', async () => {
    const { user, router, container } = await renderPage(MyWorkPage, service());
    await screen.findByRole('link', { name: 'Invitation email bounced: ring the carer' });
    expect(screen.getByText('Urgent')).toBeTruthy();
    await expectNoAxeViolations(container);
    await user.keyboard('j{Enter}');
    await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/invitations/${idOf(50)}`);
  });

  it('says on its tabs how many tasks wait, and how many of them are urgent', async () => {
    await renderPage(MyWorkPage, service(), { path: '/my-work?view=available' });
    const tabs = within(screen.getByRole('navigation', { name: 'My work' }));
    await tabs.findByRole('link', { name: 'My tasks (1, 1 urgent)' });
    expect(tabs.getByRole('link', { name: 'Available (7)', current: 'page' })).toBeTruthy();
    expect(tabs.getByRole('link', { name: 'Done' })).toBeTruthy();
  });

  it('counts anew after a task was taken, with the focus still on its tab', async () => {
    let isTaken = false;
    const asked = service({
      countTasks: () => ({
        mine: { all: isTaken ? 2 : 1, urgent: 1 },
        available: { all: isTaken ? 6 : 7, urgent: 0 },
      }),
      claimTask: () => ((isTaken = true), { ...available, state: 'claimed' }),
    });
    const { user } = await renderPage(MyWorkPage, asked, { path: '/my-work?view=available' });
    const tab = await screen.findByRole('link', { name: 'Available (7)' });
    await user.click(await screen.findByRole('button', { name: /Assign to me/ }));
    tab.focus();
    await screen.findByRole('link', { name: 'My tasks (2, 1 urgent)' });
    expect(screen.getByRole('link', { name: 'Available (6)' })).toBe(tab);
    expect(document.activeElement).toBe(tab);
  });

  it('goes on with the next task after one was taken', async () => {
    const next = buildTask({ id: idOf(62), state: 'open', kind: 'call_denied' });
    const items = [available, next];
    const asked = service({
      listTasks: () => ({ items: [...items] }),
      claimTask: () => (items.shift(), { ...available, state: 'claimed' }),
    });
    const { user } = await renderPage(MyWorkPage, asked, { path: '/my-work?view=available' });
    await screen.findByRole('link', { name: /locked out/ });
    await user.keyboard('ja');
    await expect.poll(() => screen.queryByRole('link', { name: /locked out/ })).toBeNull();
    const link = screen.getByRole('link', { name: /denied a sign-in call/ });
    await expect.poll(() => document.activeElement).toBe(link);
  });

  it('goes on with the first of the next rows', async () => {
    const next = buildTask({ id: idOf(62), state: 'open', kind: 'call_denied' });
    const asked = service({
      listTasks: ({ query }: SentCall) =>
        query?.cursor ? { items: [next] } : { items: [available], nextCursor: '50' },
    });
    const { user } = await renderPage(MyWorkPage, asked, { path: '/my-work?view=available' });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    const link = await screen.findByRole('link', { name: /denied a sign-in call/ });
    await expect.poll(() => document.activeElement).toBe(link);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('marks the task in focus as done with D, with a note', async () => {
    const asked = service();
    const { user } = await renderPage(MyWorkPage, asked);
    await screen.findByRole('link', { name: /bounced/ });
    await user.keyboard('jd');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Note (optional)'), 'Rang her');
    await user.click(dialog.getByRole('button', { name: 'Mark as done' }));
    expect(asked.of('completeTask')).toMatchObject([
      { params: { id: idOf(60) }, body: { note: 'Rang her' } },
    ]);
  });

  it('leaves single letters alone while the focus is beside the list, and says so', async () => {
    const { user, container } = await renderPage(MyWorkPage, service());
    await screen.findByRole('link', { name: /bounced/ });
    const open = screen.getByRole('button', { name: 'Keyboard shortcuts' });
    open.focus();
    await user.keyboard('jd');
    expect(document.activeElement).toBe(open);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(open);
    screen.getByText(/They work while the focus is in the list/);
    await expectNoAxeViolations(container);
  });

  it('says when somebody else was quicker, and asks the list again', async () => {
    const asked = service({ claimTask: () => refuse(409, 'STATE_CHANGED') });
    const { user } = await renderPage(MyWorkPage, asked, { path: '/my-work?view=available' });
    await user.click(await screen.findByRole('button', { name: /Assign to me/ }));
    await screen.findByText('Somebody else was quicker. The page now shows how it stands.');
    await expect.poll(() => asked.of('listTasks').length).toBe(2);
  });

  it('explains an empty list', async () => {
    const { container } = await renderPage(MyWorkPage, service(), { path: '/my-work?view=done' });
    await screen.findByText('Nothing done yet');
    await expectNoAxeViolations(container);
  });
});
