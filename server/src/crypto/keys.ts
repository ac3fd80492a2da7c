import type { KeyObject } from 'node:crypto';

/** Key-encryption keys by id. New data keys are wrapped under the current one; old ones still unwrap. */
export interface Keks {
  readonly current: string;
  readonly ring: ReadonlyMap<string, Buffer>;
}

/** The keys of one installation, read from KEYS_FILE at start-up. Every secret is 32 bytes. */
export class Keys {
  private reading: Promise<Keks> | undefined;

  constructor(
    public keks: Keks,
    /** Goes into password hashes and the MACs of codes, so that the database alone does not verify guesses. */
    readonly pepper: Buffer,
    readonly blindIndexKey: Buffer,
    readonly auditKey: Buffer,
    /** Signs the tokens that the server hands out and reads again. */
    readonly tokenKey: Buffer,
    /** Ed25519, for the audit log's checkpoints. */
    readonly checkpoint: { privateKey: KeyObject; publicKey: KeyObject },
    private readonly readKeksAgain?: () => Promise<Keks>,
  ) {}

  /**
   * The key-encryption key of this id. One that it does not know came in by a rotation since the start, which must not
   * stop a running server (security-rules 9.1): so the file is read once more. Throws when the file lacks it too.
   */
  async kek(id: string): Promise<Buffer> {
    if (!this.keks.ring.has(id) && this.readKeksAgain) await this.reload(this.readKeksAgain);
    const kek = this.keks.ring.get(id);
    if (!kek) throw new Error(`The keys file lacks the key-encryption key ${id}`);
    return kek;
  }

  /** Everybody who asks meanwhile shares one reading. */
  private async reload(read: () => Promise<Keks>): Promise<void> {
    this.reading ??= read().finally(() => (this.reading = undefined));
    this.keks = await this.reading;
  }
}
