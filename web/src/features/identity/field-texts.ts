export const passwordTexts = {
  new: 'New password',
  confirm: 'Confirm new password',
  length: 'A strong password usually has {least} to {most} characters.',
  kinds: 'It also usually contains three out of four of the following:',
  lower: 'Lower case characters',
  upper: 'Upper case characters',
  digits: 'Digits (0 to 9)',
  symbols: 'One or more of the following symbols:',
  words: 'Or use three random words, {least} characters or more.',
};

/** Why a new password is refused; every form that takes one shows these. */
export const passwordErrors = {
  password: {
    REQUIRED: 'Enter a new password',
    PASSWORD_TOO_SHORT: 'Your new password must have 8 characters or more',
    PASSWORD_TOO_LONG: 'Your new password is too long',
    PASSWORD_TOO_SIMPLE:
      'Use three of these: lower case, upper case, digits, symbols. Or use 16 characters or more',
    PASSWORD_TOO_COMMON: 'This password is easy to guess. Choose another one',
    PASSWORD_IS_CURRENT: 'Choose a password that you do not use now',
  },
  passwordConfirmation: {
    REQUIRED: 'Confirm your new password',
    PASSWORDS_DIFFER: 'The two passwords must be the same',
  },
  PASSWORD_REFUSED: 'Choose another password. This one is not strong enough.',
};
export const emailErrors = {
  REQUIRED: 'Enter your email address',
  INVALID: "Enter an email address in the correct format, like name{'@'}example.com",
  INVALID_EMAIL: "Enter an email address in the correct format, like name{'@'}example.com",
  TOO_LONG: 'This email address is too long',
};

/** Why a code is refused; every form that takes one shows these. */
export const codeErrors = {
  code: {
    REQUIRED: 'Enter the verification code',
    INVALID: 'Enter the 6 digits of the code',
    INVALID_CODE: 'Enter the 6 digits of the code',
  },
  AUTH_FAILED: 'The code is not right, or it is no longer valid. Use the newest code.',
  CODE_NOT_ACCEPTED: 'The code is not right. Check it, and use the newest code.',
  CHALLENGE_EXPIRED: 'This code is no longer valid. Select ‘Send new code’.',
  CHALLENGE_LOCKED: 'There were too many wrong codes. Select ‘Send new code’.',
  STEP_LOCKED: 'There were too many wrong or unused codes. Wait {wait}, or ask your worker for help.',
  CALL_NOT_CONFIRMED: 'We could not confirm your call. Ask us to call again.',
  PHONE_REFUSED: 'We cannot send a code to this number. Ask your worker for help.',
};
