import type { Clock } from '../clock/clock.js';
import type { Randomness } from './randomness.js';

/** Makes the ids of rows: UUIDs of version 7 (RFC 9562), which sort by time and so keep indices compact. */
export class Identifiers {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A new id, 36 lower-case characters. 74 bits of it are random; it is no secret all the same. */
  next(): string {
    const bytes = this.randomness.bytes(16);
    bytes.writeUIntBE(this.clock.now().getTime(), 0, 6);
    bytes[6] = 0x70 | (bytes[6]! & 0x0f);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
}
