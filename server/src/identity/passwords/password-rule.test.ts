import { checkPasswordShape } from '@cso/contract';
import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.js';
import { commonEndings, commonWords } from './common-words.js';
import { isMostlyContext, ownWords } from './context-words.js';

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

describe('5.4 common passwords', () => {
  it('are at least 10,000 that satisfy the rule', () => {
    const bent = commonWords.flatMap((word) => commonEndings.map((ending) => capitalised(word + ending)));
    const passing = new Set(bent.filter((password) => checkPasswordShape(password, 128) === null));
    expect([...passing].filter(isCommonPassword).length).toBeGreaterThanOrEqual(10_000);
  });

  it.each([
    'Password1!',
    'P@ssw0rd1',
    'Welcome123!',
    'Summer2024!',
    'Qwerty123!',
    'Liverpool1!',
    'Dragon#123',
    'Norwich2019',
  ])('hold %s', (password) => expect(isCommonPassword(password)).toBe(true));

  it.each(['Hedgehog-walks-7', 'three random words', 'xK7%pq9!vb'])('do not hold %s', (password) =>
    expect(isCommonPassword(password)).toBe(false),
  );
});

describe('5.4 context words', () => {
  const own = ownWords('Robin', 'Okafor-Lee', 'robin.okafor@carers.example');

  it.each(['FosterCarer1!', 'F0ster_C@rer9', 'Norfolk-Council', 'RobinOkafor1!', 'okafor-okafor-X1'])(
    'refuse %s, which they mostly make up',
    (password) => expect(isMostlyContext(password, own)).toBe(true),
  );

  it.each(['Hedgehog-walks-7', 'carer of 3 muddy otters', 'Service-kites-over-9-fens'])(
    'allow %s',
    (password) => expect(isMostlyContext(password, own)).toBe(false),
  );
});
