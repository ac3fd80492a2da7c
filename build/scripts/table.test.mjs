import { expect, it } from 'vitest';
import { demoTable } from './table.mjs';

it('shows every address and every person with the password', () => {
  const people = [
    {
      name: 'Gail Archer',
      role: 'Carer',
      email: 'gail@example.org',
      password: 'one two three',
      note: 'invited',
    },
    { name: 'Sam Okoro', role: 'Caseworker', email: 'sam@council.example', password: null },
  ];
  const table = demoTable({ origin: 'http://localhost:3000', people, caseworkerApp: 'npm run desktop' });
  expect(table).toContain('http://localhost:3000/caseworker/');
  expect(table).toContain('http://localhost:3000/demo/outbox');
  expect(table).toMatch(/Gail Archer\s+Carer\s+gail@example\.org\s+one two three\s+invited/);
  expect(table).toMatch(/Sam Okoro\s+Caseworker\s+sam@council\.example$/m);
});
