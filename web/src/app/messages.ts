import { accountTexts } from '../features/accounts/en-GB';
import { helpTexts } from '../features/help/en-GB';
import { passwordTexts } from '../features/identity/field-texts';
import { sessionTexts } from '../features/session/en-GB';
import { signInTexts } from '../features/sign-in/en-GB';
import { signUpTexts } from '../features/sign-up/en-GB';
import { guideTitles, startTexts } from '../features/start/en-GB';

/** The texts of the first pages in British English. Other features bring theirs with their pages (late-texts.ts). */
export const portalTexts = {
  app: {
    offline: 'You are offline. Your answers are kept on this page.',
    notFound: {
      title: 'Page not found',
      text: 'If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.',
      home: 'Go to the start page',
    },
  },
  accounts: accountTexts,
  guides: guideTitles,
  help: helpTexts,
  password: passwordTexts,
  session: sessionTexts,
  signIn: signInTexts,
  signUp: signUpTexts,
  start: startTexts,
};
