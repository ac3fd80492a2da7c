import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The country of a number on file that does not say one. */
const HOME = 'GB';

/** Compares the numbers that the council and the carer wrote down. */
@Injectable()
export class PhoneNumbers {
  /** Whether the number as typed by a worker is the enrolled one, which is in E.164. */
  isSame(enrolled: string, onFile: string): boolean {
    return parsePhoneNumberFromString(onFile, HOME)?.number === enrolled;
  }
}
