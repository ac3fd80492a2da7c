import type { KeyObject } from 'node:crypto';

/** The keys of one installation, read from KEYS_FILE at start-up. Every secret is 32 bytes. */
export class Keys {
  constructor(
    /** Key-encryption keys by id. New data keys are wrapped under the current one; old ones still unwrap. */
    readonly keks: { current: string; ring: ReadonlyMap<string, Buffer> },
    /** Goes into password hashes and the MACs of codes, so that the database alone does not verify guesses. */
    readonly pepper: Buffer,
    readonly blindIndexKey: Buffer,
    readonly auditKey: Buffer,
    /** Signs the tokens that the server hands out and reads again. */
    readonly tokenKey: Buffer,
    /** Ed25519, for the audit log's checkpoints. */
    readonly checkpoint: { privateKey: KeyObject; publicKey: KeyObject },
  ) {}
}
