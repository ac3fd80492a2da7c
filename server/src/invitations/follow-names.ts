import type { AccessState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { Tasks } from '../tasks/index.js';
import { InvitationsRepository } from './invitations.repository.js';

const CLOSED: readonly AccessState[] = ['ended', 'declined', 'cancelled', 'revoked', 'expired'];

/**
 * Past `linked` an invitation follows its names (domain 8.1): accepted while one waits for a worker, activated once one
 * is active, closed when none is left.
 */
@Injectable()
export class FollowNames {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Call it last in the transaction that closed names: by then its audit row has made a parallel act on other names of
   * the invitation wait.
   */
  async settle(id: string): Promise<void> {
    const states = await this.statesOf(id);
    if (states.has('awaiting_activation')) return this.settleApprovals(id);
    await this.tasks.completeAbout(id, 'activation_waiting', 'second_approval_needed');
    if (states.has('active') || states.has('grace') || states.has('suspended')) {
      await this.invitations.move(id, 'activate');
    } else if (states.has('awaiting_carer')) {
      await this.invitations.move(id, 'reopen');
    } else if (!states.has('proposed')) {
      await this.invitations.move(id, 'decline');
    }
  }

  /** While names wait: the first approval is a task while one lacks it, the second while one has it. */
  private async settleApprovals(id: string): Promise<void> {
    const waiting = await this.accesses.listOfIn(id, ['awaiting_activation']);
    const approved = waiting.filter(({ firstApprovedBy }) => firstApprovedBy !== null);
    if (approved.length === waiting.length) await this.tasks.completeAbout(id, 'activation_waiting');
    if (approved.length === 0) await this.tasks.completeAbout(id, 'second_approval_needed');
  }

  /** Whether any name is on its way or in use. */
  async areLeft(id: string): Promise<boolean> {
    const states = await this.statesOf(id);
    return [...states].some((state) => !CLOSED.includes(state));
  }

  private async statesOf(id: string): Promise<Set<AccessState>> {
    return new Set((await this.accesses.listOf(id)).map(({ state }) => state));
  }
}
