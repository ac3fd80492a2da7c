export const invitationTexts = {
  yes: 'Yes',
  no: 'No',
  kind: { own: 'Your own account', carer: 'A carer’s account', child: 'A child’s account' },
  link: {
    title: 'Accept your invitation',
    checking: 'Checking your link',
    intro: 'You have been invited to a {service} account.',
    choose:
      'Sign in if you already have an account. If not, create one. Use the address that our emails came to.',
    signedIn: 'You are signed in. Go on to see who you have been invited for.',
  },
  dead: {
    title: 'This link cannot be used',
    why: 'Ask for a new one, and the team will look into it.',
    ask: 'Ask for a new one',
    asked: 'Thank you',
    told: 'If we can help with this link, the team will be in touch.',
    close: 'You can close this page.',
  },
  setUp: {
    intro: 'These are all invitations currently awaiting approval.',
    names: 'Who do you expect to have access to?',
    namesHint: 'Tick the names of all the people you are expecting. You can tick the others later.',
    proceed: 'Do you wish to continue with setting up your account?',
    choose: 'Select an answer',
    reason: 'Why not? (optional)',
    reasonHint: 'Your worker will read this.',
    unexpected: 'There is a name that I do not expect',
    unexpectedText: 'Tell us about it. We will take the name off your list and tell your worker.',
    report: 'I do not expect {name}',
    linkRefused:
      'The link that brought you here cannot be used with this account. Your own invitations are below.',
  },
  confirm: {
    accept: 'You have ticked {names}. Do you wish to continue?',
    decline:
      'You will say no to the invitation for {names}. Your worker will be told. Do you wish to continue?',
    report: 'We will take {names} off your list and tell your worker. Do you wish to continue?',
  },
  outcome: {
    accepted: 'Thank you. The team will check your account next.',
    declined: 'You have said no. Your worker has been told.',
    reported: 'Thank you for telling us. Your worker has been told.',
  },
  waiting: {
    title: 'Your account is with the team',
    next: 'The team acts next. You do not need to do anything for these names:',
    since: ', with the team since {date}',
    logOut: 'You may now log out of your account.',
  },
  steps: {
    codeSent: { title: 'Code sent', hint: 'We emailed you a code.' },
    codeConfirmed: { title: 'Code confirmed', hint: 'You told your worker the code.' },
    accountCreated: { title: 'Account created', hint: 'You chose a password and set up your phone.' },
    accepted: { title: 'Names accepted', hint: 'You ticked the names that you expect.' },
    activated: {
      title: 'Activated',
      hint: 'The team checks your account. This usually takes a few days. Then you get our email ‘New Children’s Services Online activation’.',
    },
    done: 'Completed',
    now: 'With the team',
  },
  ready: {
    title: 'Your account is ready',
    text: 'The team has activated it. No other invitations are waiting.',
  },
  none: {
    title: 'No invitations are waiting',
    text: 'When you are invited to an account, it will show here. If you expected one, ask your worker.',
  },
  errors: {
    names: { REQUIRED: 'Tick the name of each person you expect to have access to' },
    proceed: { REQUIRED: 'Select whether you wish to continue with setting up your account' },
    reason: { TOO_LONG: 'Your reason must be 500 characters or less' },
    INVITATIONS_CHANGED: 'The list changed while you had it open. Check the names, then confirm again.',
    INVITATION_CLOSED:
      'An invitation was withdrawn while you had it open. Check the names, then confirm again.',
    STATE_CHANGED: 'The list changed while you had it open. Check the names, then confirm again.',
  },
};
