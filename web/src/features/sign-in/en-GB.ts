import { codeErrors, emailErrors, passwordErrors } from '../identity/field-texts';

const paused = 'There were too many wrong tries. We have paused sign-in to keep the account safe.';

export const signInTexts = {
  title: 'Sign in',
  submit: 'Sign in',
  email: 'Email address',
  password: 'Password',
  next: 'Next, we will send a code to your phone or call it. Keep your phone with you.',
  forgotten: 'Forgotten your password?',
  noAccount: 'Invited, but no account yet?',
  ended: 'You have been signed out. Sign in to go on.',
  newPassword: 'Your password has been changed. Sign in with the new one.',
  reset: {
    title: 'Choose a new password',
    intro: 'Enter the email address of your account. We will send a verification code to it.',
    sent: 'If {email} has an account, we have sent a code to it. The code can be used for 10 minutes.',
    sentBefore:
      'If your address has an account, we have sent a code to it. The code can be used for 10 minutes.',
    save: 'Change password',
  },
  errors: {
    email: emailErrors,
    password: { REQUIRED: 'Enter your password' },
    AUTH_FAILED: 'What you entered is not right. Check it and try again.',
    TOO_MANY_TRIES: `${paused} Wait {wait}, then try again.`,
    STEP_LOCKED: `${paused} Wait {wait}, or ask your worker for help.`,
  },
  resetErrors: {
    ...codeErrors,
    ...passwordErrors,
    NOT_SIGNED_IN: 'This took too long. Go back and ask for a new code.',
    TOO_MANY_TRIES: `${paused} Wait {wait}, then try again.`,
    STEP_LOCKED: `${paused} Wait {wait}, or ask your worker for help.`,
  },
};
