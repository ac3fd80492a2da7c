const sixDigits = 'Enter the 6 digits of the code';

/** The words of signing in and everything before it. */
export const signInTexts = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'I have forgotten my password',
  firstTime: 'I have a link to set my first password',
  changeServer: 'Change the server address',
  server: 'Server: {origin}',
  startAgain: 'Start again with my password',
  ending: {
    expired: 'You were signed out, because your session was over. Sign in again to go on.',
    locked: 'You were signed out, because this computer was locked. Sign in again to go on.',
    signed_out: 'You have logged out.',
    password_changed: 'Your new password is set. Sign in with it.',
  },
  totp: {
    title: 'Enter the code from your app',
    label: 'Code',
    hint: 'It is 6 digits. Each code works once.',
    recovery: 'Use a recovery code instead',
  },
  recovery: {
    title: 'Use a recovery code',
    label: 'Recovery code',
    hint: 'One of the ten that you kept when you set up your app. Each works once.',
    back: 'Use the code from my app instead',
  },
  enrol: {
    title: 'Set up your authenticator app',
    why: 'You need an authenticator app at each sign-in. Use the one your council has given you.',
    scan: '1. Scan this with the app',
    qrLabel: 'QR code with your secret key. The same key stands beside it as text.',
    type: 'If you cannot scan it, type this key into the app:',
    copy: 'Copy the key',
    prove: '2. Enter two codes, one after the other',
    first: 'First code',
    second: 'Second code',
    secondHint: 'Wait until the app shows a new code.',
  },
  codes: {
    title: 'Keep your recovery codes',
    text: 'Each code lets you sign in once without your authenticator app. Keep them apart from your phone.',
    once: 'We show them only now.',
    copy: 'Copy all codes',
    save: 'Save to a file',
    saved: 'Saved',
    keptLegend: 'Before you go on',
    kept: 'I have kept my recovery codes in a safe place',
    fileTitle: 'Recovery codes, Children’s Services Online',
  },
  reset: {
    title: 'Forgotten password',
    emailHint: 'We will send a code to this address, if it is a worker’s.',
    send: 'Send code',
    sent: 'If the address is a worker’s, a code is on its way. It works for 10 minutes.',
    code: 'Code from the email',
    submit: 'Set new password',
  },
  set: {
    title: 'Set your password',
    link: 'Link',
    linkHint: 'Paste the whole link that your administrator gave you. It works once, for a day.',
    submit: 'Set password',
  },
  newPassword: {
    label: 'New password',
    hint: 'At least 8 characters with three of: lower case, upper case, digit, symbol. Or use three random words, 16 characters or more.',
    again: 'New password again',
  },
  connect: {
    title: 'Connect to your council',
    label: 'Server address',
    hint: 'For example, https://children.council.gov.uk. Your IT team can tell you.',
    submit: 'Connect',
    connecting: 'Connecting. The window will open again in a moment.',
    managed: 'Your organisation manages this address.',
  },
  errors: {
    AUTH_FAILED: 'The email address or password is wrong',
    network: 'The service could not be reached. Check your connection and the server address.',
    email: {
      REQUIRED: 'Enter your email address',
      INVALID: "Enter an email address, like name{'@'}example.com",
    },
    password: { REQUIRED: 'Enter your password' },
    totp: {
      code: {
        INVALID_CODE: sixDigits,
        CODE_NOT_ACCEPTED: 'The code is wrong or was used before. Wait for the next one.',
      },
    },
    recovery: {
      recoveryCode: {
        REQUIRED: 'Enter one of your recovery codes',
        CODE_NOT_ACCEPTED: 'This recovery code is wrong or was used before',
      },
    },
    enrol: {
      firstCode: { INVALID_CODE: sixDigits },
      secondCode: {
        INVALID_CODE: sixDigits,
        CODE_NOT_ACCEPTED:
          'These are not two codes in a row. Enter one, wait for the next, enter that one too.',
      },
    },
    codes: { kept: { REQUIRED: 'Confirm that you have kept your recovery codes' } },
    reset: {
      code: { INVALID_CODE: sixDigits },
      password: { REQUIRED: 'Enter a new password' },
      passwordConfirmation: { REQUIRED: 'Enter the new password again' },
      AUTH_FAILED: 'The code is wrong or too old. Go back to ask for a new one.',
      CODE_NOT_ACCEPTED: 'The code is wrong or too old. Go back to ask for a new one.',
    },
    set: {
      link: { REQUIRED: 'Paste the link that your administrator gave you' },
      password: { REQUIRED: 'Enter a password' },
      passwordConfirmation: { REQUIRED: 'Enter the password again' },
      AUTH_FAILED: 'The link was used or is too old. Ask your administrator for a new one.',
      LINK_NOT_USABLE: 'The link was used or is too old. Ask your administrator for a new one.',
    },
    connect: {
      server: {
        REQUIRED: 'Enter the server address',
        INVALID: 'Enter an address that starts with https:// and has nothing after the name',
      },
    },
  },
};
