import { describe, expect, it } from 'vitest';
import { testSettings } from '../testing/test-outbox.js';
import { codeText } from './phone-words.js';
import type { MailTemplate, TemplatedMail } from './mail-variables.js';
import { mailVariables } from './mail-variables.js';
import { writeMail } from './write-mail.js';

const link = `https://portal.example/invitation#${'T0ken-_x'.repeat(5)}`;
const loginUrl = 'https://portal.example/sign-in';
const sixDigits = { code: '123456', minutes: 10 };

const samples: { [T in MailTemplate]: TemplatedMail & { template: T } } = {
  'set-up-account': { template: 'set-up-account', variables: { code: 'K7WQ-3MXT', days: 14 } },
  'accept-invitation': { template: 'accept-invitation', variables: { link, days: 14 } },
  activated: { template: 'activated', variables: {} },
  'email-code': { template: 'email-code', variables: sixDigits },
  'password-reset-code': { template: 'password-reset-code', variables: sixDigits },
  'invitation-cancelled': { template: 'invitation-cancelled', variables: {} },
  'password-changed': { template: 'password-changed', variables: {} },
  'phone-changed': { template: 'phone-changed', variables: {} },
  'worker-reset-code': { template: 'worker-reset-code', variables: sixDigits },
  'worker-password-changed': { template: 'worker-password-changed', variables: {} },
  'new-message': { template: 'new-message', variables: {} },
  'something-new': { template: 'something-new', variables: {} },
};
const write = (mail: TemplatedMail) => writeMail(mail, testSettings);

describe('security-rules 5.12: e-mails without personal data', () => {
  it('keeps the three subjects of the guide', () => {
    const settings = { ...testSettings, serviceName: "Children's Services Online" };
    expect(writeMail(samples['set-up-account'], settings).subject).toBe(
      "Set up your Children's Services Online account",
    );
    expect(writeMail(samples['accept-invitation'], settings).subject).toBe(
      "Accept Children's Services Online Account Invitation",
    );
    expect(writeMail(samples.activated, settings).subject).toBe("New Children's Services Online activation");
  });

  it.each(Object.values(samples))('$template: carries its variables and nothing else that varies', (mail) => {
    const { subject, text, html } = write(mail);
    let rest = `${subject} ${text} ${html}`;
    for (const known of [loginUrl, testSettings.serviceName, testSettings.supportPhone])
      rest = rest.replaceAll(known, '');
    for (const value of Object.values(mail.variables)) {
      expect(text).toContain(String(value));
      expect(html).toContain(String(value));
      rest = rest.replaceAll(String(value), '');
    }
    expect(rest).not.toMatch(/undefined|null|\[object|\$\{|@/);
    expect(rest.replace(/<[^>]*>|width=device-width/g, '')).not.toMatch(/\d/);
  });

  it.each(Object.values(samples))(
    '$template: says neither who, nor of whom, nor carer or child',
    ({ template }) => {
      const { subject, text } = write(samples[template]);
      const words = `${subject} ${text}`.replaceAll(testSettings.serviceName, '');
      expect(words).not.toMatch(/\b(dear|carer|foster\w*|child\w*|placement|parent|son|daughter)\b/i);
    },
  );

  it.each(Object.values(samples))(
    '$template: links to the login page alone, and fetches nothing',
    ({ template }) => {
      const { html, text } = write(samples[template]);
      const wanted = template === 'accept-invitation' ? [link] : [loginUrl];
      for (const [url] of `${html} ${text}`.matchAll(/https?:[^\s"<]+/g)) expect(wanted).toContain(url);
      expect(html).not.toMatch(/<(img|link|script|style|iframe|form)\b|url\(|@import/i);
    },
  );

  it.each(Object.values(samples))(
    '$template: says what to do when it was not expected, and whom to ring',
    (mail) => {
      expect(write(mail).text).toMatch(
        /If you did not expect this email, .*\n\nNeed help\? Ring us on 0344 800 8020\./,
      );
    },
  );

  it.each(Object.values(samples))('$template: keeps to sentences of 25 words', (mail) => {
    const sentences = write(mail).text.split(/[.:?]\s/);
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
  });

  it('puts the token in the fragment, which reaches no server log', () => {
    expect(new URL(link).search).toBe('');
    expect(write(samples['accept-invitation']).html).toContain(`href="${link}"`);
  });

  it('the first e-mail has no link', () => {
    expect(write(samples['set-up-account']).html).not.toContain('href');
  });

  it('the third e-mail says that the account is ready, how to sign in, and to ring when it is a surprise', () => {
    const { text } = write(samples.activated);
    expect(text).toMatch(/account is ready to use/);
    expect(text).toMatch(/your email address and your password.* text a code to your phone, or call you/);
    expect(text).toContain(`\n\n${loginUrl}\n\n`);
    expect(text).toMatch(/If you did not expect this email, please ring us\./);
  });

  it("sends staff to their app, not to the carers' page", () => {
    expect(write(samples['worker-password-changed']).text).not.toContain(loginUrl);
    expect(write(samples['worker-reset-code']).text).not.toContain(loginUrl);
  });

  it.each([
    ['a name among the variables', { template: 'activated', variables: { name: 'Amira' } }],
    ['a text in place of a code', { template: 'email-code', variables: { code: 'Amira', minutes: 10 } }],
    [
      'a link to elsewhere',
      { template: 'accept-invitation', variables: { link: link.replace('portal', 'evil'), days: 14 } },
    ],
    [
      'a record id in the address',
      { template: 'accept-invitation', variables: { link: link.replace('#', '?id=7#'), days: 14 } },
    ],
  ])('refuses %s', (_, mail) => {
    expect(() => write(mail as TemplatedMail)).toThrow();
  });

  it('covers every template', () => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(mailVariables).sort());
  });
});

describe('security-rules 5.5: the text', () => {
  it('is one GSM text, bound to this site', () => {
    const text = codeText('123456', testSettings);
    expect(text).toMatch(/\n\n@portal\.example #123456$/);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(/^[\n -~]+$/);
  });
});
