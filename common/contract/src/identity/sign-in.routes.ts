import { route } from '../http/route.js';
import { Challenge, ChooseChannel } from './challenge.schemas.js';
import { CarerSession, SessionTimes } from './session.schemas.js';
import { RequestPasswordReset, ResetPassword, SignIn } from './sign-in.schemas.js';
import { EmailCodeSent } from './sign-up.schemas.js';

export const signInRoutes = {
  signIn: route({
    operationId: 'signIn',
    method: 'POST',
    path: '/api/sign-in',
    summary: 'E-mail address and password; the phone is checked next, every time.',
    body: SignIn,
    reply: CarerSession,
  }),
  sendCode: route({
    operationId: 'sendSignInCode',
    method: 'POST',
    path: '/api/sign-in/code',
    summary: 'Send Code or Call Me.',
    body: ChooseChannel,
    reply: Challenge,
  }),
  signOut: route({
    operationId: 'signOut',
    method: 'POST',
    path: '/api/sign-out',
    summary: 'Log out: the session ends at once, everywhere it is open.',
  }),
  getSession: route({
    operationId: 'getSession',
    method: 'GET',
    path: '/api/session',
    summary: 'How far the sign-in has come and how long it lasts. Never extends it.',
    reply: CarerSession,
  }),
  recordActivity: route({
    operationId: 'recordActivity',
    method: 'POST',
    path: '/api/session/activity',
    summary: 'The person is still there: starts the 15 minutes anew.',
    reply: SessionTimes,
  }),
  requestReset: route({
    operationId: 'requestPasswordReset',
    method: 'POST',
    path: '/api/password-reset',
    summary: 'Forgotten password: a code goes to the address, when it has a user.',
    body: RequestPasswordReset,
    reply: EmailCodeSent,
  }),
  resendReset: route({
    operationId: 'resendPasswordReset',
    method: 'POST',
    path: '/api/password-reset/resend',
    summary: 'Send a new code to the address that this browser asked for; the old one is void.',
    reply: EmailCodeSent,
  }),
  resetPassword: route({
    operationId: 'resetPassword',
    method: 'POST',
    path: '/api/password-reset/complete',
    summary: 'The code and a new password. The phone is still checked at the next sign-in.',
    body: ResetPassword,
  }),
};
