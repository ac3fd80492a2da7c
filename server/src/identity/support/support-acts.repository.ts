import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { SupportAct } from './support-act.entity.js';

@Injectable()
export class SupportActsRepository {
  constructor(private readonly database: Database) {}

  async insert(act: SupportAct): Promise<void> {
    await this.database.run((manager) => manager.insert(SupportAct, act));
  }
}
