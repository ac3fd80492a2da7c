/** A placement has been given its last day, which may lie ahead. */
export class PlacementEnded {
  constructor(readonly carerId: string) {}
}
