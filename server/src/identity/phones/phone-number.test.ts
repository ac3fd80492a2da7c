import { describe, expect, it } from 'vitest';
import { readPhone } from './phone-number.js';
import { PhoneNumbers } from './phone-numbers.js';

describe('5.5 the numbers that codes may go to', () => {
  it.each([
    ['GB', '07400 123456', '+447400123456', true],
    ['GB', '7400123456', '+447400123456', true],
    ['GB', '+44 7400 123456', '+447400123456', true],
    ['GB', '01603 222222', '+441603222222', false],
    ['IE', '085 012 3456', '+353850123456', true],
  ])('%s %s is %s', (country, typed, e164, canText) => {
    expect(readPhone(country, typed)).toEqual({ phone: { e164, canText } });
  });

  it.each([
    ['070, a number that forwards', '070 1234 5678'],
    ['09, premium rate', '0909 879 0000'],
    ['0871', '0871 123 4567'],
    ['0845', '0845 123 4567'],
    ['0800', '0800 123 4567'],
  ])('%s is refused', (_kind, typed) => {
    expect(readPhone('GB', typed)).toHaveProperty('refusal');
  });

  it('refuses what is no number, and countries that are not allowed', () => {
    expect(readPhone('GB', '12345')).toEqual({ refusal: 'PHONE_INVALID' });
    expect(readPhone('XX', '07400 123456')).toEqual({ refusal: 'PHONE_NOT_SUPPORTED' });
    expect(readPhone('IE', '085 012 3456', ['GB'])).toEqual({ refusal: 'PHONE_NOT_SUPPORTED' });
    expect(readPhone('GB', '+353 85 012 3456', ['GB'])).toEqual({ refusal: 'PHONE_NOT_SUPPORTED' });
  });

  it('compares the enrolled number with the one on file, as it was typed', () => {
    const numbers = new PhoneNumbers();
    expect(numbers.isSame('+447400123456', '07400 123 456')).toBe(true);
    expect(numbers.isSame('+447400123456', '07400 123 457')).toBe(false);
    expect(numbers.isSame('+447400123456', 'ring the neighbour')).toBe(false);
  });

  it.each([
    ['+447400123456', '07400 123 456'],
    ['07400123456', '07400 123 456'],
    ['01603 222222', '01603 222 222'],
    ['02079460958', '020 7946 0958'],
    ['00353 85 012 3456', '+353 85 012 3456'],
    ['ring the neighbour, 07400', 'ring the neighbour, 07400'],
  ])('reads %s aloud as %s', (written, groups) => {
    expect(new PhoneNumbers().forReading(written)).toBe(groups);
  });
});
