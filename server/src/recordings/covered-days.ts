import { RECORDING_DAYS } from '@cso/contract';
import { DAY_MS } from '../clock/lengths.js';
import { InvalidInput } from '../errors/invalid-input.js';

/** The days that a recording covers, YYYY-MM-DD, both included. */
export interface CoveredDays {
  readonly coversFrom: string;
  readonly coversTo: string;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Refuses days that lie ahead, that run backwards, and more than RECORDING_DAYS of them (domain 6, row 2). */
export function requireCoveredDays({ coversFrom, coversTo }: CoveredDays, today: string): void {
  if (coversFrom > today) throw new InvalidInput({ coversFrom: 'DATE_IN_FUTURE' });
  if (coversTo > today) throw new InvalidInput({ coversTo: 'DATE_IN_FUTURE' });
  const days = daysBetween(coversFrom, coversTo) + 1;
  if (days < 1 || days > RECORDING_DAYS) throw new InvalidInput({ coversTo: 'INVALID_DATE' });
}

/** Whole days from the last day covered to the day of sending. */
export const daysLate = ({ coversTo }: CoveredDays, today: string): number => daysBetween(coversTo, today);
