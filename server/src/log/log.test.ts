import { expect, it } from 'vitest';
import { TestClock } from '../testing/test-clock.js';
import { Log } from './log.js';

const lines: string[] = [];
const log = new Log(new TestClock(), (line) => void lines.push(line));
const last = () => JSON.parse(lines.at(-1)!);

it('writes one JSON line with the time, the level and the facts', () => {
  log.info('letter.sent', { letterId: 'letter-1', pages: 3, isUrgent: true, folderId: null });
  expect(last()).toEqual({
    at: '2026-03-02T09:00:00.000Z',
    level: 'info',
    event: 'letter.sent',
    letterId: 'letter-1',
    pages: 3,
    isUrgent: true,
    folderId: null,
  });
  log.warn('letter.late');
  expect(last()).toMatchObject({ level: 'warn', event: 'letter.late' });
});

it('never prints the message of an error, also when it has many lines', () => {
  const error = Object.assign(new Error('Marigold\n    at home in Featherstone Road\nNorwich'), {
    code: 'E_POST',
  });
  log.error('letter.lost', error, { letterId: 'letter-1' });
  expect(last()).toMatchObject({ level: 'error', error: 'Error', code: 'E_POST', letterId: 'letter-1' });
  expect(last().stack).toContain('log.test.ts');
  expect(lines.at(-1)).not.toMatch(/Marigold|Featherstone|Norwich/);
  expect(lines.at(-1)).not.toContain('\n');
});

it('names only the type of what is no error', () => {
  log.error('letter.lost', 'Marigold Featherstone');
  expect(last()).toMatchObject({ error: 'string' });
  expect(lines.at(-1)).not.toContain('Marigold');
});
