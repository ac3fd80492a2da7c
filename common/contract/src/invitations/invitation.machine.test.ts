import { describe, expect, it } from 'vitest';
import {
  InvitationState,
  canMove,
  invitationMoves,
  openToCarer,
  trackerOrder,
} from './invitation.machine.js';

describe('8.1 the states of an invitation', () => {
  it('confirms a code once', () => {
    expect(canMove('code_sent', 'confirmCode')).toBe(true);
    expect(InvitationState.options.filter((state) => canMove(state, 'confirmCode'))).toEqual(['code_sent']);
  });

  it('never leaves a closed state but by a move that says so', () => {
    for (const closed of ['superseded', 'cancelled', 'declined'] as const) {
      const ways = Object.values(invitationMoves).filter(({ from }) =>
        (from as readonly string[]).includes(closed),
      );
      expect(ways).toEqual([]);
    }
  });

  it('lets only a manager’s unlock, an end or a new invitation follow a lock', () => {
    const ways = Object.entries(invitationMoves).filter(([, { from }]) =>
      (from as readonly string[]).includes('locked'),
    );
    expect(ways.map(([move]) => move).sort()).toEqual(['cancel', 'supersede', 'unlock']);
  });

  it('is open to the carer from the link on', () => {
    expect(openToCarer).not.toContain('code_sent');
    expect(openToCarer).toContain('link_sent');
  });

  it('lists every state in the tracker once, what needs a worker first', () => {
    expect([...trackerOrder].sort()).toEqual([...InvitationState.options].sort());
    expect(trackerOrder.slice(0, 3)).toEqual(['bounced', 'locked', 'expired']);
  });
});
