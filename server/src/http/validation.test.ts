import { CreateWorker, DateOnly, EmailAddress, SixDigitCode, Timestamp } from '@cso/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './validation.js';

/** The field codes that the schema's own refusal of the input becomes. */
function refusalOf(schema: z.ZodType, input: unknown) {
  const { error } = schema.safeParse(input);
  if (!error) throw new Error('The input was taken');
  return fieldsOf(error.issues, input);
}

describe('the codes of refused fields', () => {
  it.each([
    ['a missing text', z.string(), undefined, 'REQUIRED'],
    ['null', z.string(), null, 'REQUIRED'],
    ['an empty text', z.string().min(8), '', 'REQUIRED'],
    ['spaces', z.string().trim().min(1), '   ', 'REQUIRED'],
    ['a missing choice', z.enum(['a', 'b']), undefined, 'REQUIRED'],
    ['a missing constant', z.literal(true), undefined, 'REQUIRED'],
    ['a missing union', z.union([z.string(), z.number()]), undefined, 'REQUIRED'],
    ['an empty list', z.array(z.string()).min(1), [], 'REQUIRED'],
    ['an empty e-mail address', EmailAddress, '', 'REQUIRED'],
    ['an empty code', SixDigitCode, '', 'REQUIRED'],
    ['a short text', z.string().min(8), 'abc', 'TOO_SHORT'],
    ['a short list', z.array(z.string()).min(2), ['a'], 'TOO_SHORT'],
    ['a long text', z.string().max(3), 'abcd', 'TOO_LONG'],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'TOO_LONG'],
    ['a long e-mail address', EmailAddress, `${'a'.repeat(190)}@example.org`, 'TOO_LONG'],
    ['a wrong e-mail address', EmailAddress, 'carer', 'INVALID_EMAIL'],
    ['a wrong day', DateOnly, '2026-02-30', 'INVALID_DATE'],
    ['a wrong moment', Timestamp, 'yesterday', 'INVALID_DATE'],
    ['a wrong code', SixDigitCode, '12a456', 'INVALID'],
    ['a small number', z.number().min(1), 0, 'INVALID'],
    ['a big number', z.number().max(9), 10, 'INVALID'],
    ['an unlisted choice', z.enum(['a', 'b']), 'c', 'INVALID'],
    ['another type', z.string(), {}, 'INVALID'],
    ['an e-mail address of two kinds', z.union([EmailAddress, z.email()]), 'carer', 'INVALID_EMAIL'],
    ['a value that no branch takes', z.union([EmailAddress, DateOnly]), 'carer', 'INVALID'],
  ])('says what is wrong with %s', (_, schema, value, code) => {
    expect(refusalOf(z.strictObject({ field: schema }), { field: value })).toEqual({ field: code });
  });

  it('names every field by its path', () => {
    const schema = z.strictObject({
      homes: z.array(z.strictObject({ postcode: z.string().min(1), since: DateOnly })),
    });
    const homes = [{ postcode: '', since: '2026-01-01', extra: 1 }, { since: 'soon' }];
    expect(refusalOf(schema, { homes, more: true })).toEqual({
      'homes.0.postcode': 'REQUIRED',
      'homes.0.extra': 'UNKNOWN_FIELD',
      'homes.1.postcode': 'REQUIRED',
      'homes.1.since': 'INVALID_DATE',
      more: 'UNKNOWN_FIELD',
    });
  });

  it('keeps the first refusal of a field', () => {
    const schema = z.strictObject({ field: z.string().min(3).regex(/^\d+$/) });
    expect(refusalOf(schema, { field: 'a' })).toEqual({ field: 'TOO_SHORT' });
  });

  it('names the key of a prototype like any other', () => {
    const input = JSON.parse('{"__proto__":{"isAdmin":true}}');
    const fields = refusalOf(z.strictObject({}), input);
    expect(Object.entries(fields)).toEqual([['__proto__', 'UNKNOWN_FIELD']]);
  });

  it('names no field when the whole input is missing', () => {
    expect(refusalOf(CreateWorker, undefined)).toEqual({});
  });
});
