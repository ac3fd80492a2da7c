import { z } from 'zod';

/**
 * What the council has set for everybody to see. `brandColour` is `#rrggbb`, or null for the screens' own.
 * `isDemo`: nothing is really sent, and `/demo/outbox` shows what would have been.
 */
export const ServiceDetails = z.object({
  serviceName: z.string(),
  supportPhone: z.string(),
  urgentPhone: z.string(),
  brandColour: z.string().nullable(),
  isDemo: z.boolean(),
});
export type ServiceDetails = z.infer<typeof ServiceDetails>;
