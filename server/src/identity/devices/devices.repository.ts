import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { changeIf, insertOnce } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { Device } from './device.entity.js';

@Injectable()
export class DevicesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Device | null> {
    return this.database.run((manager) => manager.findOneBy(Device, { id }));
  }

  async save({ id, expiresAt }: Device): Promise<void> {
    await this.database.run(async (manager) => {
      if (await insertOnce(manager, Device, { id, expiresAt })) return;
      await changeIf(manager, Device, { where: { id }, set: { expiresAt } });
    });
  }

  async removeOld(now: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(Device, { expiresAt: LessThanOrEqual(now) }));
  }
}
