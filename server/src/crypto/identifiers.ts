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

  /**
   * As `next`, and certainly after `earlier` in sorting order: two ids of one millisecond, or of two servers whose
   * clocks differ, would sort by chance. For rows whose order is their meaning, such as the messages of a thread.
   */
  nextAfter(earlier: string): string {
    const id = this.next();
    return id > earlier ? id : successor(earlier);
  }

  /** Of version 4: unlike `next` it tells nothing, not even its time (security-rules 4). */
  secret(): string {
    return uuidOf(this.randomness.bytes(16), 4);
  }
}

/** The next higher id: one more in the 62 random bits at the end, which are never all ones. */
function successor(id: string): string {
  const digits = id.replaceAll('-', '');
  const hex = (BigInt(`0x${digits}`) + 1n).toString(16).padStart(32, '0');
  return grouped(hex);
}

/** 36 lower-case characters, with the marks of the version in their places. */
function uuidOf(bytes: Buffer, version: 4 | 7): string {
  bytes[6] = (version << 4) | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return grouped(bytes.toString('hex'));
}

function grouped(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
