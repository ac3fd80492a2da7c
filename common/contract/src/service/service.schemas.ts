import { z } from 'zod';

const ClockTime = z.string().regex(/^\d\d:\d\d$/);

/**
 * When teams read messages: Monday to Friday, from `opens` to before `closes` by the clock in London, but not on
 * `holidays`, which are England's bank holidays of this year and the next.
 */
export const OfficeHours = z.object({
  opens: ClockTime,
  closes: ClockTime,
  holidays: z.array(z.iso.date()),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/**
 * What the council has set for everybody to see. `brandColour` is `#rrggbb`, or null for the screens' own.
 * `isDemo`: nothing is really sent, and `/demo/outbox` shows what would have been.
 */
export const ServiceDetails = z.object({
  serviceName: z.string(),
  supportPhone: z.string(),
  urgentPhone: z.string(),
  officeHours: OfficeHours,
  brandColour: z.string().nullable(),
  isDemo: z.boolean(),
});
export type ServiceDetails = z.infer<typeof ServiceDetails>;
