import type { Keys } from '../crypto/keys.js';

/** What each key beside the key-encryption keys is for, by its name in the keys file. */
const uses: Record<Exclude<keyof Keys, 'keks' | 'kek'>, string> = {
  pepper: 'secret in the hashes of passwords and codes',
  blindIndexKey: 'finds encrypted e-mail addresses and phone numbers',
  auditKey: 'chains the audit log',
  tokenKey: 'signs session tokens',
  checkpoint: 'Ed25519 pair that signs the audit checkpoints',
};

/** A line for each key of the keys file, by its id and its use; never the key itself. */
export function keyLines({ keks: { current, ring } }: Keys): string[] {
  const keks = [...ring.keys()].map((id) => {
    const use = id === current ? 'the current one' : 'for data keys not yet re-wrapped';
    return [id, `key-encryption key, ${use}`];
  });
  return [...keks, ...Object.entries(uses)].map(([id, use]) => `${id?.padEnd(14)} ${use}`);
}
