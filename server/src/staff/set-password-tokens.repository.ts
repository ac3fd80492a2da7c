import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { changeIf, changeWhere } from '../database/changes.js';
import { Database } from '../database/database.js';
import { SetPasswordToken } from './set-password-token.entity.js';

@Injectable()
export class SetPasswordTokensRepository {
  constructor(private readonly database: Database) {}

  async insert(token: SetPasswordToken): Promise<void> {
    await this.database.run((manager) => manager.insert(SetPasswordToken, token));
  }

  findLive(tokenHash: string, now: Date): Promise<SetPasswordToken | null> {
    return this.database.run((manager) =>
      manager.findOneBy(SetPasswordToken, { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) }),
    );
  }

  use(tokenHash: string, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, SetPasswordToken, {
        where: { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) },
        set: { usedAt: now },
      }),
    );
  }

  async voidOthers(workerId: string, now: Date): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, SetPasswordToken, { where: { workerId, usedAt: IsNull() }, set: { usedAt: now } }),
    );
  }
}
