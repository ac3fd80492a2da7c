import { randomBytes } from 'node:crypto';

/** The only source of chance, from the operating system's generator. Injected, so that a test can foresee it. */
export class Randomness {
  /** `count` random bytes. */
  bytes(count: number): Buffer {
    return randomBytes(count);
  }

  /** `count` characters of the alphabet (2 to 256 different ones), each equally likely. */
  characters(alphabet: string, count: number): string {
    // A byte above the largest multiple of the alphabet would favour its first characters, so it is thrown away.
    const limit = 256 - (256 % alphabet.length);
    let text = '';
    while (text.length < count) {
      for (const byte of this.bytes(count)) {
        if (byte < limit && text.length < count) text += alphabet[byte % alphabet.length];
      }
    }
    return text;
  }

  /** `count` decimal digits. */
  digits(count: number): string {
    return this.characters('0123456789', count);
  }
}
