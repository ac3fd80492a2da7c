import type { FieldCode } from '@cso/contract';

/** The input does not fit the route's schema: 400 INVALID_INPUT with a code for each field. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(readonly fields: Readonly<Record<string, FieldCode>>) {
    super('INVALID_INPUT');
  }
}
