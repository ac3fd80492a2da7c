import { describe, expect, it } from 'vitest';
import { DateOnly, EmailAddress, NamePart, SixDigitCode } from './values.js';

describe('what people type', () => {
  it.each(['123456', '123 456', '123-456', ' 12 34 56 '])('takes %j for a 6-digit code', (typed) => {
    expect(SixDigitCode.parse(typed)).toBe('123456');
  });

  it.each(['12345', '1234567', '12345a', '１２３４５６', '', 123456])('refuses %j as a code', (typed) => {
    expect(SixDigitCode.safeParse(typed).success).toBe(false);
  });

  it('trims an address and takes letters of every script', () => {
    expect(EmailAddress.parse('  josé@carers.example ')).toBe('josé@carers.example');
    expect(EmailAddress.safeParse('jose at carers').success).toBe(false);
    expect(EmailAddress.safeParse(`${'a'.repeat(190)}@carers.example`).success).toBe(false);
  });

  it('needs a name to have a letter', () => {
    expect(NamePart.safeParse('   ').success).toBe(false);
    expect(NamePart.parse(' Ella ')).toBe('Ella');
  });

  it('takes a day that exists', () => {
    expect(DateOnly.safeParse('2026-02-28').success).toBe(true);
    expect(DateOnly.safeParse('2026-02-30').success).toBe(false);
  });
});
