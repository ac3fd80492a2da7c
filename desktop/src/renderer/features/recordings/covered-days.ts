import { formatShortDate } from '@cso/ui';

/** The days that a recording covers, as words for the text `recordings.covers`. */
export function coveredDays({ coversFrom, coversTo }: { coversFrom: string; coversTo: string }) {
  const from = formatShortDate(coversFrom);
  return coversFrom === coversTo
    ? { key: 'recordings.covers.day', from, to: from }
    : { key: 'recordings.covers.days', from, to: formatShortDate(coversTo) };
}
