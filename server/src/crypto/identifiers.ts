import type { Clock } from '../clock/clock.js';
import type { Randomness } from './randomness.js';

/** Makes the ids of rows: UUIDs (RFC 9562). */
export class Identifiers {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Of version 7, which sorts by time and so keeps indices compact. 74 random bits; it is no secret all the same. */
  next(): string {
    const bytes = this.randomness.bytes(16);
    bytes.writeUIntBE(this.clock.now().getTime(), 0, 6);
    return uuidOf(bytes, 7);
  }

  /** Of version 4: unlike `next` it tells nothing, not even its time (security-rules 4). */
  secret(): string {
    return uuidOf(this.randomness.bytes(16), 4);
  }
}

/** 36 lower-case characters, with the marks of the version in their places. */
function uuidOf(bytes: Buffer, version: 4 | 7): string {
  bytes[6] = (version << 4) | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
