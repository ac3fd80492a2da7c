import type { Invitation } from '@cso/contract';
import { expectNoAxeViolations } from '@cso/ui/testing';
import { screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeService, renderPage } from '../../app/testing/fake-service';
import { buildInvitation, buildInvitedAccess, idOf } from '../../app/testing/records';
import { lastStep } from './invitation-steps';
import InvitationsPage from './InvitationsPage.vue';

const confirmed = {
  state: 'linked',
  confirmedAt: '2026-03-28T10:00:00.000Z',
  confirmedBy: 'Priya Nair',
  identifiedBy: 'known_number_called_back',
} as const;
const user = { signedUpAt: '2026-03-29T11:00:00.000Z', isPhoneConfirmed: false };
const mia = { id: idOf(30), name: 'Mia Hollins' };
const sam = { id: idOf(32), name: 'Sam Reed' };
const acceptedAt = '2026-03-30T12:00:10.000Z';

describe('the steps of an invitation', () => {
  const accepted = buildInvitedAccess({ ...mia, state: 'awaiting_activation', acceptedAt });
  const declined = buildInvitedAccess({ ...mia, state: 'declined', acceptedAt });
  const active = buildInvitedAccess({
    ...mia,
    state: 'active',
    acceptedAt,
    activatedAt: '2026-03-31T13:00:00.000Z',
  });

  it.each<[string, Partial<Invitation>, object]>([
    ['the code is out', {}, { step: 'codeSent', done: 1, since: '2026-03-27T09:32:00.000Z' }],
    ['the code is confirmed', confirmed, { step: 'codeConfirmed', done: 2, since: confirmed.confirmedAt }],
    ['the carer signed up', { ...confirmed, user }, { step: 'accountCreated', since: user.signedUpAt }],
    [
      'a name is accepted',
      { ...confirmed, user, accesses: [accepted, buildInvitedAccess(sam)] },
      { step: 'accepted', done: 4, since: acceptedAt },
    ],
    ['the accepted name was refused', { ...confirmed, user, accesses: [declined] }, { done: 3 }],
    ['a name is active', { ...confirmed, user, accesses: [active] }, { step: 'activated', done: 5 }],
    ['it expired after the code', { ...confirmed, state: 'expired' }, { step: 'codeConfirmed' }],
  ])('are known when %s', (_, changes, expected) => {
    expect(lastStep(buildInvitation(changes))).toMatchObject(expected);
  });

  /** The lines of each step, as the panel shows them. */
  async function showSteps(changes: Partial<Invitation>) {
    const service = fakeService({
      listInvitations: () => ({ items: [] }),
      getInvitation: () => buildInvitation({ ...confirmed, ...changes }),
    });
    const { container } = await renderPage(InvitationsPage, service, { props: { id: idOf(50) } });
    await screen.findByRole('heading', { name: 'Steps' });
    await expectNoAxeViolations(container);
    return within(screen.getByRole('list', { name: 'Steps' }))
      .getAllByRole('listitem')
      .map(({ children }) => [...children].map((line) => line.textContent?.replace(/\s+/g, ' ').trim()));
  }

  it('say what the carer has done after the link, and when', async () => {
    expect(await showSteps({ user })).toEqual([
      ['Code sent done', '27 March 2026 at 9:32am'],
      ['Code confirmed done', '28 March 2026 at 10:00am, Priya Nair, called back on a known number'],
      ['Account created done', '29 March 2026 at midday', 'Phone not confirmed yet'],
      ['Names accepted not yet'],
      ['Activated not yet'],
    ]);
  });

  it('say which names were accepted together, and that they wait for the team', async () => {
    const accesses = [
      buildInvitedAccess({ ...mia, state: 'awaiting_activation', acceptedAt }),
      buildInvitedAccess({ ...sam, state: 'awaiting_activation', acceptedAt: '2026-03-30T12:00:11.000Z' }),
      buildInvitedAccess({ id: idOf(33), name: 'Theo Reed', state: 'awaiting_carer' }),
    ];
    const shown = await showSteps({ user: { ...user, isPhoneConfirmed: true }, state: 'accepted', accesses });
    expect(shown.slice(2)).toEqual([
      ['Account created done', '29 March 2026 at midday', 'Phone confirmed'],
      ['Names accepted done', '30 March 2026 at 1:00pm: Mia Hollins, Sam Reed'],
      ['Activated not yet', 'Waiting for the team'],
    ]);
  });

  it.each([
    ['the carer said no', null, /The carer said no/],
    ['the team refused', acceptedAt, /The team refused what the carer had accepted/],
  ])('say that %s', async (_, at, text) => {
    const accesses = [buildInvitedAccess({ ...mia, state: 'declined', acceptedAt: at })];
    await showSteps({ user, state: 'declined', accesses });
    screen.getByText(text);
  });
});
