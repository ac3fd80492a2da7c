import type { Keys } from '../crypto/keys.js';
import { PasswordGate } from '../crypto/password-gate.js';
import { PasswordHash } from '../crypto/password-hash.js';
import type { Randomness } from '../crypto/randomness.js';

/** The production cost has a test of its own; elsewhere everybody would wait for it many times. */
export const quickHash = (keys: Keys, randomness: Randomness) =>
  new PasswordHash(keys, new PasswordGate(2, 500), randomness, { memory: 64, passes: 1, parallelism: 1 });
