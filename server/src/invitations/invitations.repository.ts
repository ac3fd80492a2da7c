import { invitationMoves, openToCarer, type InvitationMove, type InvitationState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import { changeIf, increment } from '../database/changes.js';
import { Database } from '../database/database.js';
import { InvitationEntity } from './invitation.entity.js';

type Where = FindOptionsWhere<InvitationEntity>;
type Change = Partial<Omit<InvitationEntity, 'id' | 'state'>>;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  async insert(invitation: InvitationEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(InvitationEntity, invitation));
  }

  find(id: string): Promise<InvitationEntity | null> {
    return this.findBy({ id });
  }

  findBy(where: Where): Promise<InvitationEntity | null> {
    return this.database.run((manager) => manager.findOneBy(InvitationEntity, where));
  }

  list(where: Where | Where[]): Promise<InvitationEntity[]> {
    return this.database.run((manager) =>
      manager.find(InvitationEntity, { where, order: { createdAt: 'DESC', id: 'DESC' } }),
    );
  }

  listFor(emailIndex: string, states: readonly InvitationState[]): Promise<InvitationEntity[]> {
    return this.list({ emailIndex, state: In([...states]) });
  }

  listIn(ids: readonly string[]): Promise<InvitationEntity[]> {
    return this.list({ id: In([...ids]) });
  }

  /** Those whose code or link has run out. */
  listOverdue(now: Date): Promise<InvitationEntity[]> {
    return this.list([
      { state: 'code_sent', codeExpiresAt: LessThanOrEqual(now) },
      { state: In(['link_sent', 'linked']), linkExpiresAt: LessThanOrEqual(now) },
    ]);
  }

  /** Of these, the ones that the carer answered in part, and whose link has run out since. */
  listHalfAnswered(ids: readonly string[], now: Date): Promise<InvitationEntity[]> {
    const state = In(['accepted', 'activated']);
    return this.list({ id: In([...ids]), state, linkExpiresAt: LessThanOrEqual(now) });
  }

  /** Moves it, if it is still in a state that allows that and fits `where`; false when not. */
  move(id: string, move: InvitationMove, change: Change = {}, where: Where = {}): Promise<boolean> {
    const { from, to } = invitationMoves[move];
    return this.database.run((manager) =>
      changeIf(manager, InvitationEntity, {
        where: { ...where, id, state: In([...from]) },
        set: { ...change, state: to },
      }),
    );
  }

  /** Counts one entry of the code before it is compared; false when no try is left (security-rules 5.1). */
  takeTry(id: string, limit: number, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, InvitationEntity, {
        where: { id, state: 'code_sent', wrongTries: LessThan(limit), codeExpiresAt: MoreThan(now) },
        set: { wrongTries: increment('wrongTries') },
      }),
    );
  }

  /** Ends what is still offered before its time; false when nothing is. Names that were accepted stay so. */
  endOffer(id: string, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, InvitationEntity, {
        where: { id, state: In([...openToCarer]), linkExpiresAt: MoreThan(now) },
        set: { linkExpiresAt: now },
      }),
    );
  }

  /** A usable link by its token's hash. */
  findByLink(linkHash: string, now: Date): Promise<InvitationEntity | null> {
    return this.findBy({
      linkHash,
      linkExpiresAt: MoreThan(now),
      state: In(['link_sent', 'linked', 'accepted']),
    });
  }
}
