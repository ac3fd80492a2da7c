import type { FieldCode } from '@cso/contract';
import { isSupportedCountry, parsePhoneNumberFromString, type NumberType } from 'libphonenumber-js/max';

/** A number that codes may go to. `canText` is false for a landline. */
export interface CodePhone {
  readonly e164: string;
  readonly canText: boolean;
}

export type PhoneVerdict = { readonly phone: CodePhone } | { readonly refusal: FieldCode };

/** Everything that rings a person at home; the rest is 070, 09, 0871 and the like, which cost money (5.5). */
const texted: NumberType[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE', undefined];
const called: NumberType[] = [...texted, 'FIXED_LINE', 'VOIP'];

/** Reads a number as typed for a country, such as GB. `allowed` lists the countries that are taken; absent: all. */
export function readPhone(country: string, typed: string, allowed?: readonly string[]): PhoneVerdict {
  if (!isSupportedCountry(country)) return { refusal: 'PHONE_NOT_SUPPORTED' };
  const number = parsePhoneNumberFromString(typed, country);
  if (!number?.isValid()) return { refusal: 'PHONE_INVALID' };
  // A number of no country is a satellite phone or a worldwide paid service.
  const isAllowed = number.country !== undefined && (!allowed || allowed.includes(number.country));
  const type = number.getType();
  if (!isAllowed || !called.includes(type)) return { refusal: 'PHONE_NOT_SUPPORTED' };
  return { phone: { e164: number.number, canText: texted.includes(type) } };
}
