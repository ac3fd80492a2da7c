/** Where councils are: their day begins at midnight in London, an hour before UTC's in summer. */
const COUNCIL_TIME_ZONE = 'Europe/London';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: COUNCIL_TIME_ZONE });

/** The calendar day of an instant as the council lives it, YYYY-MM-DD: the only place that derives a day from a time. */
export const councilDay = (instant: Date): string => day.format(instant);
