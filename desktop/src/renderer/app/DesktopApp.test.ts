import { permissionsOfRole } from '@cso/contract';
import { announceSignOut, useService } from '@cso/ui';
import { screen, within } from '@testing-library/vue';
import { getActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { buildActivation, buildInvitation, idOf } from './testing/records';
import { fakeService, refuse, renderPage, worker } from './testing/fake-service';
import DesktopApp from './DesktopApp.vue';
import { sessionChannel } from './session/useSessionCare';
import { useWorkerSession } from './session/worker-session';

const times = { idleRemainingMs: 900_000, absoluteRemainingMs: 28_800_000, warnAtMs: 300_000 };

function service(answers: Record<string, () => unknown> = {}) {
  return fakeService({
    getWorkerSession: () => ({ stage: 'signed_in', worker, times }),
    recordActivity: () => times,
    workerSignOut: () => undefined,
    countTasks: () => ({ mine: { all: 2, urgent: 0 }, available: { all: 9, urgent: 1 } }),
    listInvitations: () => ({ items: [buildInvitation({ state: 'bounced' }), buildInvitation()] }),
    listActivations: () => ({ items: [] }),
    getInboxCounts: () => ({ mine: 4, new: 0, waitingWorker: 0, duty: 0, toCountersign: 5 }),
    ...answers,
  });
}

describe('the caseworker app', () => {
  it('shows the parts that the role opens, with what waits in each', async () => {
    await renderPage(DesktopApp, service());
    const menu = within(await screen.findByRole('navigation', { name: 'Main menu' }));
    await menu.findByRole('link', { name: 'My work 3 to do' });
    await menu.findByRole('link', { name: 'Inbox 4 to do' });
    await menu.findByRole('link', { name: 'Recordings 5 to do' });
    await menu.findByRole('link', { name: 'Invitations 1 to do' });
    expect(menu.getByRole('link', { name: 'Approvals' })).toBeTruthy();
  });

  it('counts the tasks that are mine and those that are urgent and nobody’s, without asking for them', async () => {
    const counts = { mine: { all: 0, urgent: 0 }, available: { all: 4, urgent: 2 } };
    const asked = service({ countTasks: () => counts });
    await renderPage(DesktopApp, asked);
    await screen.findByRole('link', { name: 'My work 2 to do' });
    expect(asked.of('listTasks')).toEqual([]);
    counts.available = { all: 2, urgent: 0 };
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.findByRole('link', { name: 'My work' });
  });

  it('counts the approvals that this worker may give', async () => {
    const listActivations = () => ({
      items: [buildActivation(), buildActivation({ invitationId: idOf(51), refusal: 'FOUR_EYES_NEEDED' })],
    });
    await renderPage(DesktopApp, service({ listActivations }));
    await screen.findByRole('link', { name: 'Approvals 1 to do' });
  });

  it('shows an administrator no case work, and asks for none', async () => {
    const asked = service();
    await renderPage(DesktopApp, asked);
    const session = useWorkerSession(getActivePinia());
    const admin = { ...worker, role: 'admin' as const, permissions: [...permissionsOfRole.admin] };
    asked.calls.length = 0;
    session.adopt({ token: 'token-2', session: { stage: 'signed_in', worker: admin, times } });
    await expect.poll(() => screen.queryByRole('link', { name: 'People' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Staff' })).toBeTruthy();
    expect(asked.of('countTasks')).toEqual([]);
  });

  it('ends the session and hides everything when the computer is locked', async () => {
    const asked = service();
    let lock: () => void = () => undefined;
    const { router } = await renderPage(DesktopApp, asked, {
      platform: { onLocked: (listen) => void (lock = listen) },
    });
    await screen.findByRole('navigation', { name: 'Main menu' });
    lock();
    await expect.poll(() => router.currentRoute.value.name).toBe('sign-in');
    expect(screen.queryByRole('navigation', { name: 'Main menu' })).toBeNull();
    expect(asked.of('workerSignOut')).toHaveLength(1);
    expect(useWorkerSession(getActivePinia())).toMatchObject({ token: null, ending: 'locked' });
  });

  it('logs out from the menu with the worker’s name', async () => {
    const { user, router } = await renderPage(DesktopApp, service());
    await user.click(await screen.findByRole('button', { name: 'Priya Nair' }));
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    await expect.poll(() => router.currentRoute.value.name).toBe('sign-in');
  });

  it('says that the person logged out when they did so in another tab', async () => {
    const answers: (() => unknown)[] = [() => ({ stage: 'signed_in', worker, times })];
    await renderPage(DesktopApp, service({ getWorkerSession: () => answers[0]?.() }));
    await screen.findByRole('navigation', { name: 'Main menu' });
    answers[0] = () => refuse(401, 'NOT_SIGNED_IN');
    announceSignOut(sessionChannel);
    await expect.poll(() => useWorkerSession(getActivePinia()).ending).toBe('signed_out');
  });

  it('asks again passively, so that a forgotten window does not keep its session', async () => {
    const asked = service();
    await renderPage(DesktopApp, asked);
    await expect.poll(() => asked.of('countTasks').length).toBe(1);
    expect(asked.of('countTasks')[0]?.isPassive).toBe(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => asked.of('countTasks').length).toBe(2);
    expect(asked.of('countTasks')[1]?.isPassive).toBe(true);
  });

  it('shows what is new as soon as the service tells of it, and hears nothing more after the session', async () => {
    const counts = { mine: { all: 1, urgent: 0 }, available: { all: 0, urgent: 0 } };
    const asked = service({ countTasks: () => counts });
    await renderPage(DesktopApp, asked);
    const menu = within(await screen.findByRole('navigation', { name: 'Main menu' }));
    await menu.findByRole('link', { name: 'My work 1 to do' });
    counts.mine = { all: 2, urgent: 0 };
    asked.streams[0]?.onEvent({ kind: 'tasks' });
    await menu.findByRole('link', { name: 'My work 2 to do' });
    expect(asked.of('countTasks').at(-1)?.isPassive).toBe(true);
    useWorkerSession(getActivePinia()).end('expired');
    await expect.poll(() => asked.streams[0]?.signal.aborted).toBe(true);
  });

  it('says in a browser that it is a preview, and in the demo where mail and texts are', async () => {
    await renderPage(DesktopApp, service(), { platform: { isPreview: true } });
    const line = within(screen.getByRole('complementary', { name: 'Preview' }));
    expect(line.queryByRole('link')).toBeNull();
    useService(getActivePinia()).details = {
      serviceName: 'Fostering Online',
      supportPhone: '01632 960001',
      urgentPhone: '01632 960002',
      officeHours: { opens: '09:00', closes: '17:00', holidays: [] },
      brandColour: null,
      isDemo: true,
    };
    await line.findByText('Demo: nothing leaves this computer.');
    expect(line.getByRole('link', { name: 'Mailbox and phone' }).getAttribute('href')).toBe('/demo/outbox');
  });

  it('says when the computer is offline', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await renderPage(DesktopApp, service());
    await screen.findByText('You are offline. Check your connection.');
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => screen.queryByText(/You are offline/)).toBeNull();
    online.mockRestore();
  });

  it('warns when 5 minutes are left, and goes on at a key', async () => {
    let idleRemainingMs = 300_000;
    const asked = service({
      getWorkerSession: () => ({ stage: 'signed_in', worker, times: { ...times, idleRemainingMs } }),
      recordActivity: () => ({ ...times, idleRemainingMs: (idleRemainingMs = times.idleRemainingMs) }),
    });
    const { user } = await renderPage(DesktopApp, asked);
    const warning = within(await screen.findByRole('alertdialog', { name: 'You will be signed out soon' }));
    warning.getByRole('button', { name: 'Log out' });
    await user.keyboard('x');
    await expect.poll(() => screen.queryByRole('alertdialog')).toBeNull();
    expect(asked.of('recordActivity')).toHaveLength(1);
  });
});
