import { accessMoves, type AccessMove, type AccessState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { changeIf, changeWhere } from '../database/changes.js';
import { Database } from '../database/database.js';
import { AccessEntity } from './access.entity.js';

type Change = Partial<Omit<AccessEntity, 'id' | 'state'>>;

@Injectable()
export class AccessesRepository {
  constructor(private readonly database: Database) {}

  async insert(accesses: readonly AccessEntity[]): Promise<void> {
    await this.database.run((manager) => manager.insert(AccessEntity, [...accesses]));
  }

  find(id: string): Promise<AccessEntity | null> {
    return this.database.run((manager) => manager.findOneBy(AccessEntity, { id }));
  }

  list(where: FindOptionsWhere<AccessEntity>): Promise<AccessEntity[]> {
    return this.database.run((manager) =>
      manager.find(AccessEntity, { where, order: { createdAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** Those of a user in one of two states, oldest first: asked with nearly every request of a carer. */
  async listOfUser(userId: string, states: readonly [AccessState, AccessState]): Promise<AccessEntity[]> {
    const from = 'FROM accesses access WHERE access.userId = ? AND access.state IN (?, ?)';
    const found = await this.database.select({ access: AccessEntity }, from, [userId, ...states]);
    return found.map(({ access }) => access).sort(oldestFirst);
  }

  listIn(
    states: readonly AccessState[],
    where: FindOptionsWhere<AccessEntity> = {},
  ): Promise<AccessEntity[]> {
    return this.list({ ...where, state: In([...states]) });
  }

  /** Moves one access, if it is still in a state that allows it and fits `where`; false when not. */
  move(
    id: string,
    move: AccessMove,
    change: Change = {},
    where: FindOptionsWhere<AccessEntity> = {},
  ): Promise<boolean> {
    const { from, to } = accessMoves[move];
    return this.database.run((manager) =>
      changeIf(manager, AccessEntity, {
        where: { ...where, id, state: In([...from]) },
        set: { ...change, state: to },
      }),
    );
  }

  /** False when it has a first approval, or no longer waits for one. */
  approveFirst({ id, invitationId }: AccessEntity, workerId: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, AccessEntity, {
        where: { id, invitationId, state: In([...accessMoves.activate.from]), firstApprovedBy: IsNull() },
        set: { firstApprovedBy: workerId },
      }),
    );
  }

  /** With the approvals that were read, or not at all. */
  activate({ id, invitationId, firstApprovedBy }: AccessEntity, startsAt: Date): Promise<boolean> {
    const where = { invitationId, firstApprovedBy: firstApprovedBy ?? IsNull() };
    return this.move(id, 'activate', { startsAt }, where);
  }

  async setNickname(id: string, nickname: Buffer | null): Promise<void> {
    await this.database.run((manager) => manager.update(AccessEntity, { id }, { nickname }));
  }

  /** Moves every access of an invitation that the move applies to. */
  async moveAllOf(invitationId: string, move: AccessMove): Promise<void> {
    const { from, to } = accessMoves[move];
    await this.database.run((manager) =>
      changeWhere(manager, AccessEntity, {
        where: { invitationId, state: In([...from]) },
        set: { state: to },
      }),
    );
  }
}

const oldestFirst = (a: AccessEntity, b: AccessEntity): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
