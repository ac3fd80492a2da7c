import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email-key.js';

describe('normaliseEmail', () => {
  it.each([
    ['ana.carer@example.org', 'ana.carer@example.org'],
    ['  Ana.Carer@Example.ORG \n', 'ana.carer@example.org'],
    ['ａｎａ＠example.org', 'ana@example.org'],
    ['Zoe\u0308@example.org', 'zoë@example.org'],
    ['zo\u00eb@example.org', 'zoë@example.org'],
    ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
    ["o'neill+post@sub.example.org", "o'neill+post@sub.example.org"],
    ['анна@example.org', 'анна@example.org'],
    ['田中さん@example.jp', '田中さん@example.jp'],
    ['ana2_x@example.org', 'ana2_x@example.org'],
  ])('%j has the key %s', (typed, key) => {
    expect(normaliseEmail(typed)).toEqual({ ok: true, key });
  });

  it.each([
    ['a Cyrillic a in a Latin name', 'аna@example.org'],
    ['a Greek o in a Latin name', 'jοe@example.org'],
    ['Greek among Cyrillic', 'аннаω@example.org'],
    ['Latin among a script of few readers', 'anaᚠ@example.org'],
  ])('refuses %s', (_what, typed) => {
    expect(normaliseEmail(typed)).toEqual({ ok: false, reason: 'mixed-script' });
  });

  it.each([
    '',
    'ana',
    '@example.org',
    'ana@',
    'ana@example',
    'ana@localhost',
    'a b@example.org',
    'ana@exa mple.org',
    '.ana@example.org',
    'ana.@example.org',
    'a..na@example.org',
    'ana@-example.org',
    'ana@example..org',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    '"ana"@example.org',
    'ana@b@example.org',
    'ana\u200b@example.org',
    'ana@example.org/evil.com',
    'ana@example.org?x',
    'ana@example.org#x',
    'ana@example.org\\evil.com',
    'ana@example.org:25',
    'ana@%65xample.org',
    'ana@exam\u00adple.org',
    'ana@exam\ufe0fple.org',
    'ana\r\nbcc:x@example.org',
    `${'x'.repeat(65)}@example.org`,
    `ana@${'x.'.repeat(130)}org`,
  ])('does not take %j for an address', (typed) => {
    expect(normaliseEmail(typed)).toEqual({ ok: false, reason: 'not-an-email' });
  });

  it('keeps different people apart', () => {
    expect(normaliseEmail('jose@example.org')).not.toEqual(normaliseEmail('josé@example.org'));
  });

  it('5.2 cuts nothing off the domain, whatever sign stands in it', () => {
    const signs = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code));
    const cut = signs.filter((sign) => {
      const typed = `ana@carers.example${sign}x.org`;
      const result = normaliseEmail(typed);
      return result.ok && result.key.length < typed.length;
    });
    expect(cut).toEqual([]);
  });

  it('is stable: a key is its own key', () => {
    const first = normaliseEmail('ＡＮＡ@BÜCHER.example');
    expect(first.ok && normaliseEmail(first.key)).toEqual(first);
  });
});
