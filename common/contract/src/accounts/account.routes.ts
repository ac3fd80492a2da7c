import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { MyAccount, MyAccountList, SetNickname, WhatsNew } from './account.schemas.js';

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
  setNickname: route({
    operationId: 'setAccountNickname',
    method: 'PUT',
    path: '/api/my/accounts/:id/nickname',
    summary: 'The carer’s own word for the account, shown to them alone.',
    params: IdParams,
    body: SetNickname,
    reply: MyAccount,
  }),
  whatsNew: route({
    operationId: 'listWhatsNew',
    method: 'GET',
    path: '/api/my/whats-new',
    summary: 'Everything unread over all accounts, newest first: what an e-mail may have been about.',
    reply: WhatsNew,
  }),
};
