import * as z from 'zod';

// Zod probes for eval, which the content security policy reports as a violation. Imported before any schema.
z.config({ jitless: true });
