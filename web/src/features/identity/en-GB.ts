import { codeErrors } from './field-texts';

export const identityTexts = {
  title: 'Confirm your identity',
  sendCode: 'Send Code',
  callMe: 'Call Me',
  changeNumber: 'Change the phone number',
  noPhone: 'I cannot use my phone',
  choose: {
    both: 'We need to check that it is you. Select ‘Send Code’ for a text or ‘Call Me’ for a phone call.',
    callOnly: 'We need to check that it is you. Select ‘Call Me’ and we will ring your phone.',
  },
  phone: {
    intro: 'Type in the phone number you want the codes sent to. We will use it every time you sign in.',
    country: 'Country code',
    number: 'Phone number',
    numberHint: 'A mobile or landline number which has good signal.',
    which: 'Select ‘Send Code’ for a mobile number, or ‘Call Me’ for a landline or mobile number.',
    why: 'This checks who you are. It keeps what we hold about you and the children in your care safe.',
  },
  code: {
    title: 'Enter the code from your phone',
    sent: 'We have sent a code to your mobile phone. Type it into the box.',
    sentTo: 'We have sent a code to {number}. Type it into the box.',
    newest: 'The code can be used for 10 minutes. If you get more than one, use the newest text.',
    hint: 'The code is 6 digits. Never share it.',
    notDelivered: 'Your phone did not get the text. Ask for a call instead.',
  },
  call: { to: 'The number is {number}.' },
  second: {
    title: 'Confirm your phone once more',
    done: 'Your phone number is set up.',
    why: 'As this is your first time, we check your phone once more. The first check set up your account, this one verifies it.',
  },
  locked: {
    title: 'Your account is locked',
    denied:
      'We called your phone. The person who answered pressed 1 to tell us that the call was not for them.',
    other: 'There were too many wrong codes, or somebody told us that our call was not for them.',
    safe: 'We have locked the account to keep it safe. Another code or call will not unlock it.',
    unlock: 'Ring your worker. They check who you are and unlock your account.',
  },
  errors: codeErrors,
  phoneErrors: {
    number: {
      REQUIRED: 'Enter your phone number',
      INVALID: 'Enter a phone number, like 01603 555 0123 or 07700 900 982',
      TOO_SHORT: 'Enter a whole phone number, like 07700 900 982',
      TOO_LONG: 'Enter a phone number, like 07700 900 982',
      PHONE_CANNOT_TEXT: 'This number cannot get texts. Select ‘Call Me’.',
    },
    country: { INVALID: 'Select the country of your phone number' },
    PHONE_REFUSED: 'We cannot use this number. Try another one, or ask your worker for help.',
    PHONE_IN_USE_TOO_OFTEN:
      'This number is used by too many people. Use another one, or ask your worker for help.',
    STEP_LOCKED: 'There were too many wrong or unused codes. Wait {wait}, or ask your worker for help.',
  },
};
