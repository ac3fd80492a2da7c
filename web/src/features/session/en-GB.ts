export const sessionTexts = {
  signIn: 'Sign in',
  logOut: 'Log out',
  wayOn: {
    account: 'Go to your account',
    setUp: 'Go on with setting up',
    signIn: 'Go on with signing in',
  },
  myAccountMenu: 'My Account',
  myAccount: 'My account',
  myDetails: 'My details',
  timeOut: {
    title: 'You have been signed out',
    why: 'You did nothing in your account for 15 minutes.',
    next: 'Sign in again to go back to the page you were on.',
  },
  loggedOut: {
    title: 'You have logged out',
    shared: 'If other people use this device, close the browser too.',
    unconfirmed:
      'We could not reach the service to end your session. Check your connection, then select ‘Log out again’.',
    again: 'Log out again',
  },
  unavailable: {
    title: 'The service cannot be reached',
    what: 'We got no answer',
    next: 'Check that you are online, then try again. If that does not help, come back later.',
  },
};
