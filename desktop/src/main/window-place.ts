import type { Rectangle } from 'electron';
import type { WindowPlace } from './settings-file';

const MIN_VISIBLE = 100;

const overlap = (start: number, length: number, otherStart: number, otherLength: number) =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

const isVisibleOn = (place: Rectangle) => (area: Rectangle) =>
  overlap(place.x, place.width, area.x, area.width) >= MIN_VISIBLE &&
  overlap(place.y, place.height, area.y, area.height) >= MIN_VISIBLE;

/** The remembered place, unless its screen is no longer there. */
export function visiblePlace(place: WindowPlace | null, screenAreas: Rectangle[]) {
  return place && screenAreas.some(isVisibleOn(place)) ? place : null;
}
