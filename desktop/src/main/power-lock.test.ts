import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { powerLock } from './power-lock';

it.each(['suspend', 'lock-screen'])('locks the app on %s', (event) => {
  const powerMonitor = new EventEmitter();
  const lock = vi.fn();
  powerLock({ powerMonitor: powerMonitor as never, lock }).enable();
  powerMonitor.emit(event);
  expect(lock).toHaveBeenCalledOnce();
});
