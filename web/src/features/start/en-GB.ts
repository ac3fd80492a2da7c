export const startTexts = {
  title: 'Your {service} account',
  lead: 'If you are a foster carer, your online account lets you:',
  enables: {
    messages: 'send and receive messages',
    recordings: 'submit your foster carer recordings',
    forms: 'complete the forms we send you',
    documents: 'view the documents we share with you',
  },
  emergency: {
    title: 'Do not use your account in an emergency',
    danger: 'If someone is in danger, call',
    number: '999',
    urgent:
      'Your messages may not be read straight away. If it cannot wait, ring your worker or the out-of-hours team.',
    urgentNumber: 'The number of the out-of-hours team is',
  },
  need: {
    title: 'What you need',
    intro:
      'If it is appropriate for you to hold an account, we will email you to get the process started. You need:',
    list: {
      invitation: 'an invitation from your worker',
      email: 'the email address that we sent the invitation to',
      phone:
        'a landline or mobile phone which has good signal: you get a text or call every time you sign in',
    },
  },
  steps: {
    title: 'How to set up your account',
    list: {
      code: 'We email you a unique code. Quote the code to your worker.',
      link: 'We email you a link. Follow it to sign in or to create an account.',
      account: 'Verify your email address, and give your name and a new password.',
      identity: 'Confirm your identity with a text or a phone call. The first time, you do this twice.',
      names: 'On the ‘Account Setup’ screen, tick the names you expect, select ‘Yes’ and confirm.',
      activation:
        'The team checks and activates your account. We email you when it is ready. It may take a few days.',
    },
  },
  guides: 'Guides',
};

export const guideTitles = {
  setUp: { title: 'How to set up your account' },
  logIn: { title: 'How to log in and out' },
  print: 'Print this guide',
};
