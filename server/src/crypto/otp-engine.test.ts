import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import speakeasy from 'speakeasy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestClock } from '../testing/test-clock.js';
import { TestRandomness } from '../testing/test-randomness.js';
import { OtpEngine } from './otp-engine.js';
import { Randomness } from './randomness.js';

const rfcSecret = Buffer.from('12345678901234567890', 'ascii');
// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const rfcVectors: [seconds: number, code: string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
];

let clock: TestClock;
let alarms: string[];
let otp: OtpEngine;

beforeEach(() => {
  clock = new TestClock();
  alarms = [];
  otp = new OtpEngine(clock, new Randomness(), (fact) => alarms.push(fact));
});
afterEach(() => vi.restoreAllMocks());

function at(seconds: number): void {
  clock.set(new Date(seconds * 1000));
}

describe('verifyTotp', () => {
  it.each(rfcVectors)('passes the vector of RFC 6238 for second %d', (seconds, code) => {
    at(seconds);
    expect(otp.verifyTotp(rfcSecret, code)).toBe(Math.floor(seconds / 30));
  });

  it('accepts one step either side and says which', () => {
    const step = Math.floor(1111111109 / 30);
    const start = step * 30;
    const accepted = [-31, -30, -1, 0, 29, 30, 59, 60].map((offset) => {
      at(start + offset);
      return otp.verifyTotp(rfcSecret, '081804');
    });
    expect(accepted).toEqual([null, step, step, step, step, step, step, null]);
  });

  it('accepts no step twice and none before the last one', () => {
    at(59);
    expect(otp.verifyTotp(rfcSecret, '287082', null)).toBe(1);
    expect(otp.verifyTotp(rfcSecret, '287082', 0)).toBe(1);
    expect(otp.verifyTotp(rfcSecret, '287082', 1)).toBeNull();
    expect(otp.verifyTotp(rfcSecret, '287082', 2)).toBeNull();
  });

  it('reads a code typed in groups', () => {
    at(59);
    expect(otp.verifyTotp(rfcSecret, '287 082')).toBe(1);
  });

  it.each([
    ['a letter behind five digits', '28708x'],
    ['a blank before five digits', ' 28708'],
    ['a sign', '+87082'],
    ['a fraction', '287082.00'],
    ['letters behind the code', '287082abc'],
    ['another length', '0287082'],
    ['nothing', ''],
    ['a number', 287082],
    ['a list', ['287082']],
    ['options in place of a code', { token: '287082', digits: 1 }],
    ['null', null],
    ['undefined', undefined],
  ])('refuses %s without asking speakeasy', (_what, typed) => {
    at(59);
    const verifyDelta = vi.spyOn(speakeasy.totp, 'verifyDelta');
    expect(otp.verifyTotp(rfcSecret, typed)).toBeNull();
    expect(verifyDelta).not.toHaveBeenCalled();
  });

  it('refuses a code whose leading zero was dropped', () => {
    at(1111111109);
    expect(otp.verifyTotp(rfcSecret, '81804')).toBeNull();
  });

  it.each([0, 1, 10, 15])(
    'throws on a secret of %d bytes instead of taking codes that anybody can compute',
    (length) => {
      expect(() => otp.verifyTotp(Buffer.alloc(length), '328482')).toThrow('at least 16 bytes');
    },
  );

  it.each(['', '   ', '=', '!!!!', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', undefined, null])(
    'throws on the text %j in place of decrypted bytes',
    (secret) => {
      expect(() => otp.verifyTotp(secret as unknown as Buffer, '328482')).toThrow('at least 16 bytes');
    },
  );

  it('gives speakeasy constants, and the window as a number', () => {
    at(59);
    const verifyDelta = vi.spyOn(speakeasy.totp, 'verifyDelta');
    otp.verifyTotp(rfcSecret, '287082');
    expect(verifyDelta.mock.calls).toEqual([
      [
        {
          secret: rfcSecret.toString('hex'),
          encoding: 'hex',
          algorithm: 'sha1',
          digits: 6,
          step: 30,
          window: 1,
          time: 59,
          token: '287082',
        },
      ],
    ]);
  });

  it('accepts one code for each of three steps and no other of the first 20,000', () => {
    at(1234567890);
    const accepted = new Set<string>();
    for (let code = 0; code < 20_000; code += 1) {
      const typed = String(code).padStart(6, '0');
      if (otp.verifyTotp(rfcSecret, typed) !== null) accepted.add(typed);
    }
    expect([...accepted]).toEqual(['005924']);
  });

  it('refuses and raises the alarm when speakeasy accepts what node:crypto does not', () => {
    at(59);
    vi.spyOn(speakeasy.totp, 'verifyDelta').mockReturnValue({ delta: 0 });
    expect(otp.verifyTotp(rfcSecret, '000000')).toBeNull();
    expect(alarms).toEqual(['otp-implementations-disagree']);
  });

  it('is silent about an ordinary wrong code', () => {
    at(59);
    expect(otp.verifyTotp(rfcSecret, '000000')).toBeNull();
    expect(alarms).toEqual([]);
  });
});

describe('newSecret', () => {
  it('is 20 random bytes', () => {
    expect(otp.newSecret()).toHaveLength(20);
    expect(otp.newSecret()).not.toEqual(otp.newSecret());
  });
});

describe('newCode', () => {
  it('is the HOTP of RFC 4226 for counter 0', () => {
    const foreseen = new OtpEngine(clock, new TestRandomness(rfcSecret), () => undefined);
    expect(foreseen.newCode()).toBe('755224');
  });

  it('is six digits, spread evenly, from a new secret each time', () => {
    const codes = Array.from({ length: 5000 }, () => otp.newCode());
    expect(codes.every((code) => /^[0-9]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(4950);
    const firstDigits = Object.values(Object.groupBy(codes, (code) => code[0]!)).map((all) => all!.length);
    // 500 expected; six standard deviations are 127.
    expect(Math.min(...firstDigits)).toBeGreaterThan(373);
    expect(Math.max(...firstDigits)).toBeLessThan(627);
  });

  it('hands out no code that the two implementations disagree on', () => {
    vi.spyOn(speakeasy, 'hotp').mockReturnValue('000000');
    const foreseen = new OtpEngine(clock, new TestRandomness(rfcSecret), (fact) => alarms.push(fact));
    expect(() => foreseen.newCode()).toThrow('broken');
    expect(alarms).toEqual(['otp-implementations-disagree']);
  });
});

describe('totpUrl', () => {
  it('encodes label, issuer and secret', () => {
    const url = otp.totpUrl({
      secret: rfcSecret,
      account: 'ana/b?c@example.org',
      issuer: "Children's Services & Co",
    });
    expect(url).toBe(
      "otpauth://totp/Children's%20Services%20%26%20Co:ana%2Fb%3Fc%40example.org" +
        '?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
        "&issuer=Children's%20Services%20%26%20Co&algorithm=SHA1&digits=6&period=30",
    );
  });

  it('refuses a short secret', () => {
    const short = { secret: Buffer.alloc(15), account: 'a', issuer: 'b' };
    expect(() => otp.totpUrl(short)).toThrow('at least 16 bytes');
  });
});

it('is the only source file that imports speakeasy', () => {
  const source = join(import.meta.dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const importers = files.filter((file) => /from 'speakeasy'/.test(readFileSync(join(source, file), 'utf8')));
  expect(importers).toEqual([join('crypto', 'otp-engine.ts')]);
});
