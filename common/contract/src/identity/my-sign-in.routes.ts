import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { Challenge, ChooseChannel, VerifyChallenge } from './challenge.schemas.js';
import { ChangePassword, ConfirmPhone, MySessionList, MySignIn } from './my-sign-in.schemas.js';
import { EnrolPhone } from './sign-up.schemas.js';

/** What a signed-in carer does about their own sign-in. */
export const mySignInRoutes = {
  get: route({
    operationId: 'getMySignIn',
    method: 'GET',
    path: '/api/my/sign-in',
    summary: 'The address and the end of the phone number that the carer signs in with.',
    reply: MySignIn,
  }),
  changePassword: route({
    operationId: 'changePassword',
    method: 'POST',
    path: '/api/my/password',
    summary: 'A new password for the present one. Every other device is logged out.',
    body: ChangePassword,
  }),
  sendStepUpCode: route({
    operationId: 'sendStepUpCode',
    method: 'POST',
    path: '/api/my/step-up',
    summary: 'A code or a call to the present phone, before it may be changed.',
    body: ChooseChannel,
    reply: Challenge,
  }),
  verifyStepUp: route({
    operationId: 'verifyStepUp',
    method: 'POST',
    path: '/api/my/step-up/:id/verify',
    summary: 'Gives that code, or finishes the call: good for ten minutes in this session.',
    params: IdParams,
    body: VerifyChallenge,
  }),
  changePhone: route({
    operationId: 'changePhone',
    method: 'POST',
    path: '/api/my/phone',
    summary: 'A code or a call to the new number; nothing changes before it is proven.',
    body: EnrolPhone,
    reply: Challenge,
  }),
  confirmPhone: route({
    operationId: 'confirmPhone',
    method: 'POST',
    path: '/api/my/phone/confirm',
    summary: 'The new number is proven and takes the place of the old one. Every other device is logged out.',
    body: ConfirmPhone,
  }),
  listSessions: route({
    operationId: 'listSessions',
    method: 'GET',
    path: '/api/my/sessions',
    summary: 'Where the carer is signed in, last used first.',
    reply: MySessionList,
  }),
  endSession: route({
    operationId: 'endSession',
    method: 'POST',
    path: '/api/my/sessions/:id/end',
    summary: 'Logs one device out.',
    params: IdParams,
  }),
  endAllSessions: route({
    operationId: 'endAllSessions',
    method: 'POST',
    path: '/api/my/sessions/end',
    summary: 'Log out of all devices, this one included.',
  }),
};
