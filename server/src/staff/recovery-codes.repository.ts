import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { changeIf } from '../database/changes.js';
import { Database } from '../database/database.js';
import { RecoveryCode } from './recovery-code.entity.js';

@Injectable()
export class RecoveryCodesRepository {
  constructor(private readonly database: Database) {}

  listUnused(workerId: string): Promise<RecoveryCode[]> {
    return this.database.run((manager) => manager.findBy(RecoveryCode, { workerId, usedAt: IsNull() }));
  }

  countUnused(workerId: string): Promise<number> {
    return this.database.run((manager) => manager.countBy(RecoveryCode, { workerId, usedAt: IsNull() }));
  }

  async replace(workerId: string, codes: RecoveryCode[]): Promise<void> {
    await this.database.run(async (manager) => {
      await manager.delete(RecoveryCode, { workerId });
      await manager.insert(RecoveryCode, codes);
    });
  }

  use(id: string, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, RecoveryCode, { where: { id, usedAt: IsNull() }, set: { usedAt: now } }),
    );
  }
}
