import { config } from 'zod';

// Zod compiles its checks with `new Function` unless told not to, which the Content-Security-Policy refuses.
// main.ts imports this file first: a schema takes the setting over when it is made.
config({ jitless: true });
