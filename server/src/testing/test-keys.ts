import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Keys } from '../crypto/keys.js';

/** A set of new keys that no file holds. */
export function testKeys(changes: Partial<Keys> = {}): Keys {
  const key = () => randomBytes(32);
  const keks = changes.keks ?? { current: 'kek-1', ring: new Map([['kek-1', key()]]) };
  return new Keys(
    keks,
    changes.pepper ?? key(),
    changes.blindIndexKey ?? key(),
    changes.auditKey ?? key(),
    changes.tokenKey ?? key(),
    changes.checkpoint ?? generateKeyPairSync('ed25519'),
  );
}
