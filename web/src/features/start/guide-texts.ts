import { PASSWORD_SYMBOLS } from '@cso/contract';

/** One heading of a guide; a part is a paragraph, or the lines of a list. */
interface GuideSection {
  title: string;
  parts: (string | string[])[];
}

const setUp: GuideSection[] = [
  {
    title: 'Initial email',
    parts: [
      'You’ll receive an email titled ‘Set up your Children’s Services Online account’.',
      'The email will contain a unique code, which you need to quote to your worker.',
    ],
  },
  {
    title: 'Second email',
    parts: [
      'Next, you’ll get an email titled ‘Accept Children’s Services Online Account Invitation’.',
      'This email contains a link. It invites you to sign in or, if you do not have an account, create one.',
    ],
  },
  {
    title: 'Creating an account',
    parts: [
      'If you do not already have an account, select ‘Create an account’.',
      'Enter the same email address you received the two emails to and select ‘Send verification code’. You’ll get an email containing the verification code.',
      'Put this into the ‘Verification code’ box and then select ‘Verify code’. You’ll now see a message telling you your email address has been verified. Select ‘Continue’.',
      'Now you need to give your name and create a new password. A strong password usually has 8 to 16 characters. It also usually contains three out of four of the following:',
      [
        'Lower case characters',
        'Upper case characters',
        'Digits (0 to 9)',
        `One or more of the following symbols: ${[...PASSWORD_SYMBOLS].join(' ')}`,
      ],
      'Or use three random words, 16 characters or more.',
      'Once you’ve done this and confirmed the new password, select ‘Create’.',
    ],
  },
  {
    title: 'Confirm your identity',
    parts: [
      'You’ll now see the ‘Confirm your identity’ screen. Type in the phone number you want the codes sent to in future. They verify your account each time you want to sign in.',
      'If United Kingdom (+44) is not selected in the ‘Country code’ box, you can change it from the drop-down menu.',
      'Then select ‘Send Code’ (for a mobile phone number) or ‘Call Me’ (for a landline or mobile number).',
      'This checks who you are. It keeps what we hold about you and the child or children in your care secure.',
      'If you choose ‘Send Code’, we’ll send a code to your mobile phone. Type the code into the box on screen.',
      'If you choose ‘Call Me’, you will receive an automated call. Press the # key when requested.',
      'If you do not pick up the code for whatever reason, select ‘Send new code’.',
      'As this is the first time you have set up an account, you’ll have to repeat the code or call twice. The first time is to set up the account and the second is to verify it.',
    ],
  },
  {
    title: 'Account Setup',
    parts: [
      'You’ll now go to the ‘Account Setup’ screen. This shows all invitations currently awaiting approval.',
      'Tick the checkbox for all the names of people you are expecting to have access to.',
      'In the ‘Do you wish to continue with setting up your account?’ drop-down, select ‘Yes’.',
      'Now select ‘Confirm’ and, in the ‘Confirm’ pop-up box, select ‘Yes’. You may now log out of your account.',
    ],
  },
  {
    title: 'Account activation',
    parts: [
      'Once your account is active you’ll receive an email to confirm this. It will have the title ‘New Children’s Services Online activation’. It may take a few days to arrive.',
      'This means that your account is now ready to use. The email will contain a link you can use to sign in to your account.',
    ],
  },
];

const logIn: GuideSection[] = [
  {
    title: 'Log in to your account',
    parts: [
      'There are links to the sign-in page in most emails. We send them when you have a new message, a form to complete or a document to view.',
      'Enter your email address and password, then select ‘Sign in’.',
      'At the next screen, select ‘Send Code’ (for text verification) or ‘Call Me’ (phone call verification).',
      'If you use a mobile number, enter the code you have been sent into the ‘Verification code’ box.',
      'If you asked to be called to verify the account, press the # key.',
      'You’ll then be taken to the ‘Select an account’ screen. If you only have one account, you go straight to the dashboard for that account.',
    ],
  },
  {
    title: 'Account dashboard',
    parts: [
      'Account dashboards contain tiles. You can select these to go to more detailed pages:',
      [
        '‘New messages’ contains any messages you have received or sent.',
        '‘Items to view’ contains any completed forms or documents we’ve sent you. You can view and, if you wish, download these.',
        '‘Items to complete’ contains any forms we’ve sent you to complete.',
      ],
    ],
  },
  {
    title: 'Navigation',
    parts: [
      'You may have access to several accounts. To get back to the ‘Select an account’ page, select ‘My Account’ at the top of the screen. Then select ‘My account’ from the menu.',
      'To go from one account straight to another, select ‘Change account’ beside the account’s name.',
      'When you select any of the tiles in the dashboard, a menu appears on the left-hand side of the screen. On a phone it is at the top, behind ‘Menu’. It helps you move between the pages of the account.',
    ],
  },
  {
    title: 'To log out of your accounts',
    parts: [
      'The information contained within these accounts is sensitive. So it’s important to remember to log out of your account whenever:',
      ['You have finished using it', 'You need to leave your device unattended'],
      'The system will automatically time out after 15 minutes of inactivity. If you don’t do anything for 10 minutes you’ll get a warning with a countdown.',
      'As soon as you start typing or moving around again the countdown will disappear.',
    ],
  },
];

/** The two guides that go with the service. They load with their page alone, so they are not part of the texts. */
export const guideTexts = { setUp, logIn };
