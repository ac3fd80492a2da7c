import { expect, it } from 'vitest';
import { visiblePlace } from './window-place';

const place = { x: 2000, y: 100, width: 1200, height: 700, isMaximized: false };
const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1920, height: 1080 };

it('returns to its screen', () => {
  expect(visiblePlace(place, [left, right])).toEqual(place);
});

it('is forgotten when its screen has gone', () => {
  expect(visiblePlace(place, [left])).toBeNull();
  expect(visiblePlace({ ...place, x: 1900 }, [left])).toBeNull();
});

it('is null on a first start', () => {
  expect(visiblePlace(null, [left])).toBeNull();
});
