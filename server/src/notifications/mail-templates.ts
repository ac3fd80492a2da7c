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
const somethingIsWrong = 'please ring us straight away: somebody else may be using your account.';

const codeFor = (purpose: string) => ({
  body: ({ code, minutes }: { code: string; minutes: number }): MailPart[] => [
    `Use this code to ${purpose}.`,
    { code },
    `It works for ${minutes} minutes. If you ask for a new code, this one stops working.`,
    'Keep this code to yourself. We will never ring or write to ask you for it.',
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
      `Hello. You have been invited to set up a ${serviceName} account.`,
      'The first step is a phone call. Ring your worker on the number that you already have for them, and read out this code.',
      { code },
      'That tells your worker that this email reached the right person. We will then send you a second email, with a link to set up your account.',
      `There is no rush: the code works for ${days} days.`,
    ],
    unexpected: nothingHappens,
  },
  'accept-invitation': {
    subject: ({ serviceName }) => `Accept ${serviceName} Account Invitation`,
    body: ({ link, days }, { serviceName }) => [
      `Thank you for reading out your code. You can now set up your ${serviceName} account.`,
      'Have your phone with you: we will text it a code, or call it if you prefer. Then open this link.',
      { link },
      'When you are asked for your email address, give the one that this email came to. If you have an account already, sign in to it instead.',
      `The link works once, and for ${days} days. It is for you alone, so please do not pass it on.`,
    ],
    unexpected: 'please do not open the link. Ring us instead.',
  },
  activated: {
    subject: ({ serviceName }) => `New ${serviceName} activation`,
    // It comes for the first account, and again for each that is added.
    body: (_, { serviceName, loginUrl }) => [
      `Good news: your ${serviceName} account is ready to use.`,
      'To sign in, open this link. Enter your email address and your password. We will then text a code to your phone, or call you if you prefer.',
      { link: loginUrl },
      'Forgotten your password? Choose a new one from the same page.',
      'If you have used your account before, something has been added to it. You will see it when you sign in.',
    ],
    unexpected: 'please ring us.',
  },
  'email-code': {
    subject: ({ serviceName }) => `Your ${serviceName} verification code`,
    ...codeFor('verify your email address'),
  },
  'password-reset-code': {
    subject: ({ serviceName }) => `Reset your ${serviceName} password`,
    ...codeFor('choose a new password'),
  },
  'invitation-cancelled': {
    subject: ({ serviceName }) => `Your ${serviceName} invitation has ended`,
    body: (_, { serviceName }) => [
      `We sent you an invitation to use ${serviceName}. That invitation has ended, so its code and its link no longer work.`,
      'If you have a question about it, please ask your worker.',
    ],
    unexpected: nothingHappens,
  },
  'password-changed': {
    subject: ({ serviceName }) => `Your ${serviceName} password was changed`,
    body: (_, { serviceName, loginUrl }) => [
      `The password of your ${serviceName} account was changed.`,
      'If you changed it, all is well. Use the new one the next time you sign in.',
      { link: loginUrl },
    ],
    unexpected: somethingIsWrong,
  },
  'phone-changed': {
    subject: ({ serviceName }) => `Your ${serviceName} phone number was changed`,
    // A worker took the number off; the carer gives the new one.
    body: (_, { serviceName, loginUrl }) => [
      `We have taken the phone number off your ${serviceName} account.`,
      'If you asked for this, all is well. The next time you sign in, we will ask you for your new number.',
      { link: loginUrl },
    ],
    unexpected: somethingIsWrong,
  },
  'worker-reset-code': {
    subject: ({ serviceName }) => `Reset your ${serviceName} staff password`,
    ...codeFor('choose a new password in the app'),
  },
  'worker-password-changed': {
    subject: ({ serviceName }) => `Your ${serviceName} staff password was changed`,
    body: (_, { serviceName }) => [
      `The password of your ${serviceName} staff account was changed.`,
      'If you changed it, all is well. Use the new one the next time you sign in to the app.',
    ],
    unexpected: somethingIsWrong,
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
