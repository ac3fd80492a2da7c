import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { changeIf } from '../database/changes.js';
import { Database } from '../database/database.js';
import { PlacementEntity } from './placement.entity.js';

@Injectable()
export class PlacementsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<PlacementEntity | null> {
    return this.database.run((manager) => manager.findOneBy(PlacementEntity, { id }));
  }

  /** Of a carer or of a child, newest first. */
  listOf(personId: string): Promise<PlacementEntity[]> {
    return this.database.run((manager) =>
      manager.find(PlacementEntity, {
        where: [{ carerId: personId }, { childId: personId }],
        order: { startsOn: 'DESC', id: 'DESC' },
      }),
    );
  }

  async insert(placement: PlacementEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(PlacementEntity, placement));
  }

  end(id: string, endsOn: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, PlacementEntity, { where: { id, endsOn: IsNull() }, set: { endsOn } }),
    );
  }
}
