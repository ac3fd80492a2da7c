import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { MyAccount, MyAccountList } from './account.schemas.js';

export const accountRoutes = {
  listMine: route({
    operationId: 'listMyAccounts',
    method: 'GET',
    path: '/api/my/accounts',
    summary: 'Select an account: those that are active, each with its counts.',
    reply: MyAccountList,
  }),
  dashboard: route({
    operationId: 'getDashboard',
    method: 'GET',
    path: '/api/my/accounts/:id/dashboard',
    summary: 'The three tiles of one account.',
    params: IdParams,
    reply: MyAccount,
  }),
};
