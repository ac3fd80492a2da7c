import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { PlacementsRepository } from './placements.repository.js';

/** The days on which a carer has a child; `to` is null while it goes on. */
interface PlacementDays {
  readonly from: string;
  readonly to: string | null;
}

/** Who cares for whom, as the other features need it. */
@Injectable()
export class Placements {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly clock: Clock,
  ) {}

  /** The newest placement of each child with this carer, by the child's id. */
  async listOfCarer(carerId: string): Promise<Map<string, PlacementDays>> {
    const placements = await this.placements.listOf(carerId);
    const oldestFirst = placements.filter((placement) => placement.carerId === carerId).reverse();
    return new Map(
      oldestFirst.map(({ childId, startsOn, endsOn }) => [childId, { from: startsOn, to: endsOn }]),
    );
  }

  /** The children who are with this carer or will be: their placement is not over. */
  async listPlaced(carerId: string): Promise<Set<string>> {
    const today = this.clock.today();
    const placed = [...(await this.listOfCarer(carerId))].filter(([, { to }]) => to === null || to >= today);
    return new Set(placed.map(([childId]) => childId));
  }
}
