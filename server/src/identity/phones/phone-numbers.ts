import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The country of a number on file that does not say one. */
const HOME = 'GB';

/** The longest group of digits that is read in one breath; a longer one is halved. */
const LONG_GROUP = /\d{6,}/g;

/** Reads the numbers that the council and the carer wrote down. */
@Injectable()
export class PhoneNumbers {
  /** Whether the number as typed by a worker is the enrolled one, which is in E.164. */
  isSame(enrolled: string, onFile: string): boolean {
    return parsePhoneNumberFromString(onFile, HOME)?.number === enrolled;
  }

  /** As one reads it aloud: at home without the country, in short groups. What is no number stays as it was typed. */
  forReading(written: string): string {
    const number = parsePhoneNumberFromString(written, HOME);
    if (!number?.isValid()) return written;
    const grouped = number.country === HOME ? number.formatNational() : number.formatInternational();
    return grouped.replace(LONG_GROUP, (group) => {
      const middle = Math.ceil(group.length / 2);
      return `${group.slice(0, middle)} ${group.slice(middle)}`;
    });
  }
}
