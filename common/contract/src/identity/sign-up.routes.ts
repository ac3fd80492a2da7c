import { route } from '../http/route.js';
import { Challenge } from './challenge.schemas.js';
import { CarerSession } from './session.schemas.js';
import {
  CompleteSignUp,
  EmailCodeSent,
  EmailVerified,
  EnrolPhone,
  StartSignUp,
  VerifySignUpEmail,
} from './sign-up.schemas.js';

export const signUpRoutes = {
  start: route({
    operationId: 'startSignUp',
    method: 'POST',
    path: '/api/sign-up',
    summary: 'Send verification code: to the address, when it holds an open invitation.',
    body: StartSignUp,
    reply: EmailCodeSent,
  }),
  resendCode: route({
    operationId: 'resendSignUpCode',
    method: 'POST',
    path: '/api/sign-up/code',
    summary: 'Send new code: the old one is void.',
    reply: EmailCodeSent,
  }),
  verifyEmail: route({
    operationId: 'verifySignUpEmail',
    method: 'POST',
    path: '/api/sign-up/verify',
    summary: 'Verify code: proves the address in this browser for 30 minutes.',
    body: VerifySignUpEmail,
    reply: EmailVerified,
  }),
  complete: route({
    operationId: 'completeSignUp',
    method: 'POST',
    path: '/api/sign-up/complete',
    summary: 'Create: the name and a new password make the user.',
    body: CompleteSignUp,
    reply: CarerSession,
  }),
  enrolPhone: route({
    operationId: 'enrolPhone',
    method: 'POST',
    path: '/api/sign-up/phone',
    summary: 'Confirm your identity: the number that codes go to from now on.',
    body: EnrolPhone,
    reply: Challenge,
  }),
};
