import { passwordErrors } from '../identity/field-texts';

const paused = 'There were too many wrong tries. We have paused this to keep the account safe.';

export const myDetailsTexts = {
  title: 'My details',
  done: {
    password: 'Your password is changed. We have logged you out everywhere else.',
    phone: 'Your phone number is changed. We have logged you out everywhere else.',
  },
  signIn: {
    title: 'How you sign in',
    password: 'Password',
    phone: 'Phone number',
    email: 'Email address',
    change: 'Change',
    aboutPassword: 'password',
    aboutPhone: 'phone number',
    passwordHidden: 'Hidden, so that nobody can read it here',
    phoneEnding: 'Ends in {digits}',
    phoneUse: 'The phone that gets our codes and calls',
    emailHelp: 'To change your email address, ask your worker.',
  },
  password: {
    title: 'Change your password',
    current: 'Your password now',
    save: 'Change password',
    then: 'We will log you out everywhere else, and send you an email about the change.',
  },
  phone: {
    title: 'Change your phone number',
    first: 'First, confirm the phone you use now',
    next: 'Next, you give your new number.',
    lost: 'If you no longer have this phone, ring your worker. They can take the number away, and you give a new one when you sign in.',
    again:
      'More than 10 minutes have passed. To keep your account safe, confirm the phone you use now once more.',
    number: 'What is your new phone number?',
    then: 'We will send a code to this number or call it, to check that it is yours.',
    stays: 'Until then we use your old number.',
    another: 'Use another number',
    denied: 'The person who answered pressed 1 to tell us that the call was not for them.',
    back: 'Back to My details',
  },
  devices: {
    title: 'Where you are signed in',
    text: 'If you do not know one of these, log it out and change your password.',
    name: '{browser} on {system}',
    browsers: {
      chrome: 'Chrome',
      edge: 'Edge',
      firefox: 'Firefox',
      safari: 'Safari',
      other: 'A browser',
    },
    systems: {
      windows: 'Windows',
      mac: 'a Mac',
      linux: 'Linux',
      android: 'an Android phone or tablet',
      ios: 'an iPhone or iPad',
      other: 'an unknown device',
    },
    here: 'This device',
    since: 'Signed in: {date}',
    used: 'Last used: {date}',
    logOut: 'Log out',
    ended: '{name} is logged out.',
    all: 'Log out of all devices',
    allTitle: 'Log out of all devices?',
    allText: 'This device is logged out too. You can sign in again at once.',
  },
  errors: {
    ...passwordErrors,
    currentPassword: {
      REQUIRED: 'Enter the password you use now',
      AUTH_FAILED: 'This is not the password you use now',
    },
    STEP_UP_NEEDED: 'Confirm the phone you use now first.',
    TOO_MANY_TRIES: `${paused} Wait {wait}, then try again.`,
    STEP_LOCKED: `${paused} Wait {wait}, or ask your worker for help.`,
  },
};
