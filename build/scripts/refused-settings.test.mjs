import { expect, it } from 'vitest';
import { refusedSettings } from './refused-settings.mjs';

it('reads the refused settings out of the log, and nothing else', () => {
  const lines = [
    '{"at":"2026-03-02T09:00:00.000Z","level":"info","event":"demo.council-made"}',
    '{"at":"2026-03-02T09:00:00.000Z","level":"warn","event":"setting.refused","setting":"DATA_DIR","reason":"/x is in use"}',
    'Segmentation fault',
  ];
  expect(refusedSettings(lines)).toEqual(['DATA_DIR: /x is in use']);
  expect(refusedSettings([''])).toEqual([]);
});
