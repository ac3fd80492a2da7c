import { Randomness } from '../crypto/randomness.js';

/** Hands out the bytes it was given, in order, and then real chance. */
export class TestRandomness extends Randomness {
  private foreseen: Buffer;

  constructor(foreseen: Uint8Array) {
    super();
    this.foreseen = Buffer.from(foreseen);
  }

  override bytes(count: number): Buffer {
    const known = this.foreseen.subarray(0, count);
    this.foreseen = this.foreseen.subarray(count);
    return Buffer.concat([known, super.bytes(count - known.length)]);
  }
}
