import type { AccessMove, AccessState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Clock } from '../clock/clock.js';
import { Live } from '../live/index.js';
import type { AccessEntity } from './access.entity.js';
import { AccessesRepository } from './accesses.repository.js';

/** The offers on an invitation and what becomes of them; call inside the transaction of the act. */
@Injectable()
export class Accesses {
  constructor(
    private readonly accesses: AccessesRepository,
    private readonly live: Live,
    private readonly cipher: FieldCipher,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** One access for each account; not yet shown to the carer. */
  async propose(invitationId: string, carerId: string, personIds: readonly string[]): Promise<void> {
    await this.accesses.insert(
      personIds.map((personId) => ({
        id: this.identifiers.next(),
        personId,
        carerId,
        invitationId,
        userId: null,
        state: 'proposed',
        createdAt: this.clock.now(),
        acceptedAt: null,
        firstApprovedBy: null,
        startsAt: null,
        endsAt: null,
        reason: null,
        nickname: null,
      })),
    );
  }

  listOf(invitationId: string): Promise<AccessEntity[]> {
    return this.accesses.list({ invitationId });
  }

  listOfIn(invitationId: string, states: readonly AccessState[]): Promise<AccessEntity[]> {
    return this.accesses.listIn(states, { invitationId });
  }

  /** The accounts that the carer holds or has accepted. */
  async listHeldBy(carerId: string): Promise<Set<string>> {
    const held = await this.accesses.listIn(['awaiting_activation', 'active', 'grace', 'suspended'], {
      carerId,
    });
    return new Set(held.map(({ personId }) => personId));
  }

  listWaitingForActivation(): Promise<AccessEntity[]> {
    return this.accesses.listIn(['awaiting_activation']);
  }

  /** Names that their carer has not answered, over all invitations. */
  listUnanswered(): Promise<AccessEntity[]> {
    return this.accesses.listIn(['awaiting_carer']);
  }

  /** Accounts of children that are on the way to a carer but not there yet; of one carer, or of all. */
  async listChildrenOnTheWay(carerId?: string): Promise<AccessEntity[]> {
    const states = ['proposed', 'awaiting_carer', 'awaiting_activation'] as const;
    const onTheWay = await this.accesses.listIn(states, carerId === undefined ? {} : { carerId });
    return onTheWay.filter((access) => access.personId !== access.carerId);
  }

  moveAllOf(invitationId: string, move: AccessMove): Promise<void> {
    return this.accesses.moveAllOf(invitationId, move);
  }

  /** False when it is active by now, or closed. */
  cancel(id: string): Promise<boolean> {
    return this.accesses.move(id, 'cancel');
  }

  /** False when the access is not on this invitation or no longer waits for the carer. */
  accept(id: string, invitationId: string, userId: string): Promise<boolean> {
    return this.accesses.move(id, 'accept', { userId, acceptedAt: this.clock.now() }, { invitationId });
  }

  /** Keeps the first of two approvals; false when it has one, or no longer waits for a worker. */
  approveFirst(access: AccessEntity, workerId: string): Promise<boolean> {
    return this.accesses.approveFirst(access, workerId);
  }

  /** False when it no longer waits for a worker, or the first approval is not the one that the second goes with. */
  async activate(access: AccessEntity): Promise<boolean> {
    const isActive = await this.accesses.activate(access, this.clock.now());
    if (isActive) await this.tellHolder(access.id);
    return isActive;
  }

  /** The carer sees the account come or go without reloading. */
  async tellHolder(id: string): Promise<void> {
    const { userId } = (await this.accesses.find(id))!;
    if (userId !== null) await this.live.tell(`user:${userId}`, 'accounts');
  }

  /** The carer says no, or a worker refuses; false when it was too late. */
  async turnDown(
    id: string,
    invitationId: string,
    move: 'decline' | 'refuse',
    reason: string | null,
  ): Promise<boolean> {
    return this.accesses.move(id, move, { reason: await this.sealReason(id, reason) }, { invitationId });
  }

  async sealReason(rowId: string, reason: string | null): Promise<Buffer | null> {
    if (reason === null) return null;
    return this.cipher.encryptText(reason, { table: 'accesses', column: 'reason', rowId }, SERVICE_KEY);
  }
}
