import { codeErrors, emailErrors, passwordErrors } from '../identity/field-texts';

export const signUpTexts = {
  title: 'Create an account',
  sendCode: 'Send verification code',
  email: {
    label: 'Email address',
    intro: 'We will email you a verification code to check that the address is yours.',
    same: 'Enter the same email address that you received our two emails to. Another address will not get a code.',
    haveOne: 'Already have an account?',
  },
  code: {
    sent: 'If {email} has been invited, we have sent a code to it. Type the code into the box.',
    sentBefore: 'If your address has been invited, we have sent a code to it. Type the code into the box.',
    spam: 'It can take a few minutes to arrive. Check your junk folder too. The code can be used for 10 minutes.',
    verify: 'Verify code',
    verified: 'Your email address has been verified',
  },
  details: {
    title: 'Your name and password',
    firstName: 'First name',
    lastName: 'Last name',
    password: 'Create a password',
    create: 'Create',
  },
  errors: {
    ...codeErrors,
    ...passwordErrors,
    email: emailErrors,
    firstName: {
      REQUIRED: 'Enter your first name',
      INVALID: 'Enter your first name',
      TOO_LONG: 'This name is too long',
    },
    lastName: {
      REQUIRED: 'Enter your last name',
      INVALID: 'Enter your last name',
      TOO_LONG: 'This name is too long',
    },
    NOT_SIGNED_IN: 'This took too long. Go back and enter your email address again.',
    EMAIL_NOT_VERIFIED: 'Your email address is no longer verified. Go back and ask for a new code.',
  },
};
