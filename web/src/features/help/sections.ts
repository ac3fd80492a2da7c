export type HelpPage = 'help' | 'accessibility' | 'privacy' | 'cookies';

interface Section {
  title: string;
  texts: string[];
}

/** Longer texts, loaded with their page alone. */
export const helpSections: Record<HelpPage, Section[]> = {
  help: [
    {
      title: 'In an emergency',
      texts: [
        'If someone is in danger, call 999.',
        'If it cannot wait until the office opens, ring the out-of-hours team of your council.',
      ],
    },
    {
      title: 'You cannot sign in',
      texts: [
        'If you have forgotten your password, select ‘Forgotten your password?’ on the sign-in page.',
        'If you cannot use your phone, or its number has changed, ring your worker. They check who you are and let you give a new number.',
        'If you are locked out, wait for the time on the screen. Your worker can also let you try again.',
      ],
    },
    {
      title: 'A code does not come',
      texts: [
        'A text can take a few minutes. Check that your phone has signal, then select ‘Send new code’.',
        'You can ask for a call instead. Answer it and press the # key.',
        'If a code by email does not come, check your junk folder. Check that you used the address your invitation came to.',
      ],
    },
    {
      title: 'You got a code or a call that you did not ask for',
      texts: [
        'Do not share the code. Hang up the call, or press 1 to tell us. Then change your password.',
        'If you press 1, we lock your account. Your worker unlocks it when they have spoken to you.',
      ],
    },
    { title: 'Anything else', texts: ['Ask your worker. They can see how far your invitation has come.'] },
  ],
  accessibility: [
    {
      title: 'How accessible this service is',
      texts: [
        'We want everybody to be able to use this service. It is built to meet level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.',
        'You can use it with a keyboard alone or a screen reader. You can zoom in up to 400%.',
        'The text is written to be as easy as possible to understand.',
      ],
    },
    {
      title: 'How it was tested',
      texts: [
        'Every page is checked by automatic tests. These find some problems but not all of them.',
        'People who use assistive technology have not yet tested it. Until then we cannot say that it meets the guidelines fully.',
      ],
    },
    {
      title: 'Time limits',
      texts: [
        'For your security you are signed out after 15 minutes without doing anything. We warn you after 10 minutes, and you can stay signed in.',
        'You can be signed in for up to 8 hours at a time.',
      ],
    },
    {
      title: 'If you find a problem',
      texts: [
        'Tell your worker what you could not do. They can also give you what you need in another way.',
        'If you are not happy with the answer, contact the Equality Advisory and Support Service (EASS).',
      ],
    },
  ],
  privacy: [
    {
      title: 'What we hold',
      texts: [
        'We hold your name, email address and phone number, so that you can sign in.',
        'We hold what you and your worker send each other through the service.',
        'We record when you sign in and what is opened or changed, to keep the accounts safe.',
      ],
    },
    {
      title: 'Who can see it',
      texts: [
        'The workers and teams who support you and the children in your care can see it.',
        'Our emails and texts contain no personal details: only codes and links to this service.',
        'What is written in the service is encrypted where it is stored.',
      ],
    },
    {
      title: 'Your rights',
      texts: [
        'You can ask your council for a copy of what it holds about you, and to correct it.',
        'Your council’s own privacy notice says how long it keeps records and whom to contact.',
        'You can complain to the Information Commissioner’s Office (ICO).',
      ],
    },
  ],
  cookies: [
    {
      title: 'The cookies we use',
      texts: [
        'We use only cookies that the service needs to work. They do not follow you to other websites.',
        'One cookie keeps you signed in. It ends when you log out, and after 8 hours at the latest.',
        'One cookie remembers that this device has signed in before. It lasts 180 days and helps to keep strangers out.',
      ],
    },
    { title: 'What we do not use', texts: ['We use no cookies for advertising or for counting visitors.'] },
  ],
};
