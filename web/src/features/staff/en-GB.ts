import { passwordErrors } from '../identity/field-texts';

/** The words for a new worker, who comes by the link of their administrator. */
export const staffTexts = {
  title: 'Set your password',
  intro: 'This is your password for the caseworker app.',
  submit: 'Set password',
  done: 'Your password is set. Open the caseworker app to sign in.',
  dead: {
    title: 'This link cannot be used',
    why: 'It was used before, or it is older than a day.',
    next: 'Ask your administrator for a new link.',
  },
  errors: passwordErrors,
};
