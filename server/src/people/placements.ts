import { Injectable } from '@nestjs/common';
import { PlacementsRepository } from './placements.repository.js';

/** The days on which a carer has a child; `to` is null while it goes on. */
export interface PlacementDays {
  readonly from: string;
  readonly to: string | null;
}

/** Who cares for whom, as the other features need it. */
@Injectable()
export class Placements {
  constructor(private readonly placements: PlacementsRepository) {}

  /** The newest placement of each child with this carer, by the child's id. */
  async listOfCarer(carerId: string): Promise<Map<string, PlacementDays>> {
    const placements = await this.placements.listOf(carerId);
    const oldestFirst = placements.filter((placement) => placement.carerId === carerId).reverse();
    return new Map(
      oldestFirst.map(({ childId, startsOn, endsOn }) => [childId, { from: startsOn, to: endsOn }]),
    );
  }
}
