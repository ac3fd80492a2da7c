import type { MailTemplate, MailVariables } from './mail-variables.js';

/** A piece of a mail: a paragraph, a code on its own line, or a link on its own line. */
export type MailPart = string | { readonly code: string } | { readonly link: string };

/** What a mail may say about the service itself. */
export interface MailSetting {
  readonly serviceName: string;
  /** The login page: no record id, no tracking (security-rules 5.12). */
  readonly loginUrl: string;
  readonly supportPhone: string;
}

interface Wording<T extends MailTemplate> {
  readonly subject: (setting: MailSetting) => string;
  readonly body: (variables: MailVariables<T>, setting: MailSetting) => MailPart[];
  /** What to do when the mail comes out of the blue, before the support number. */
  readonly unexpected: string;
}

const nothingHappens = 'you do not need to do anything.';
const somethingIsWrong = 'ring us now: somebody else may have used your account.';

const codeFor = (purpose: string) => ({
  body: ({ code, minutes }: { code: string; minutes: number }): MailPart[] => [
    `Use this code to ${purpose}.`,
    { code },
    `It works for ${minutes} minutes. A newer code replaces it.`,
    'Never tell anyone this code. We will never ask you for it.',
  ],
  unexpected: nothingHappens,
});

/**
 * The words of every e-mail. None says who the reader is, whom it is about, or whether it is for a carer or a child
 * (security-rules 5.12). Subjects are fixed, but for the service's name.
 */
export const mailWordings: { readonly [T in MailTemplate]: Wording<T> } = {
  'set-up-account': {
    subject: ({ serviceName }) => `Set up your ${serviceName} account`,
    body: ({ code, days }, { serviceName }) => [
      `You have been invited to use ${serviceName}.`,
      'Your worker needs to know that this e-mail reached you. Ring them on the number that you already have for them and read out this code.',
      { code },
      `The code works for ${days} days. After the call we will send you a second e-mail with a link.`,
    ],
    unexpected: nothingHappens,
  },
  'accept-invitation': {
    subject: ({ serviceName }) => `Accept ${serviceName} Account Invitation`,
    body: ({ link, days }, { serviceName }) => [
      `Thank you for reading out your code. You can now set up your ${serviceName} account.`,
      'Open this link to start. Use the e-mail address that this message came to.',
      { link },
      `The link works once and for ${days} days. Do not pass it on.`,
      'Have your phone near you: we will send it a code, or call it.',
    ],
    unexpected: 'do not open the link.',
  },
  activated: {
    subject: ({ serviceName }) => `New ${serviceName} activation`,
    body: (_, { serviceName, loginUrl }) => [
      `Something new has been activated for you in ${serviceName}.`,
      'Sign in to see it.',
      { link: loginUrl },
    ],
    unexpected: 'please tell us.',
  },
  'email-code': {
    subject: ({ serviceName }) => `Your ${serviceName} verification code`,
    ...codeFor('verify your e-mail address'),
  },
  'password-reset-code': {
    subject: ({ serviceName }) => `Reset your ${serviceName} password`,
    ...codeFor('choose a new password'),
  },
  'invitation-cancelled': {
    subject: ({ serviceName }) => `Your ${serviceName} invitation has ended`,
    body: (_, { serviceName }) => [
      `An invitation to use ${serviceName} that we sent you has ended.`,
      'Its code and its link no longer work. Ask your worker if you have a question.',
    ],
    unexpected: nothingHappens,
  },
  'password-changed': {
    subject: ({ serviceName }) => `Your ${serviceName} password was changed`,
    body: (_, { loginUrl }) => [
      'The password of your account was changed.',
      'Use the new one from now on.',
      { link: loginUrl },
    ],
    unexpected: somethingIsWrong,
  },
  'phone-changed': {
    subject: ({ serviceName }) => `Your ${serviceName} phone number was changed`,
    body: (_, { loginUrl }) => [
      'The phone number of your account was changed.',
      'We will use the new number when you sign in.',
      { link: loginUrl },
    ],
    unexpected: somethingIsWrong,
  },
  'worker-reset-code': {
    subject: ({ serviceName }) => `Reset your ${serviceName} staff password`,
    ...codeFor('choose a new password in the app'),
  },
  'new-message': {
    subject: ({ serviceName }) => `You have a new message in ${serviceName}`,
    body: (_, { serviceName, loginUrl }) => [
      `A new message waits for you in ${serviceName}.`,
      'Sign in to read it.',
      { link: loginUrl },
    ],
    unexpected: nothingHappens,
  },
  'something-new': {
    subject: ({ serviceName }) => `You have something new in ${serviceName}`,
    body: (_, { serviceName, loginUrl }) => [
      `Something new waits for you in ${serviceName}.`,
      'Sign in to see it.',
      { link: loginUrl },
    ],
    unexpected: nothingHappens,
  },
};
