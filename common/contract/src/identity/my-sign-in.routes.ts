import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { ChangePassword, MySessionList } from './my-sign-in.schemas.js';

/** What a signed-in carer does about their own sign-in. */
export const mySignInRoutes = {
  changePassword: route({
    operationId: 'changePassword',
    method: 'POST',
    path: '/api/my/password',
    summary: 'A new password for the present one. Every other device is logged out.',
    body: ChangePassword,
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
