export type { AccessEntity } from './access.entity.js';
export { AccountHolders } from './account-holders.js';
export { Accesses } from './accesses.js';
export { AccountsModule } from './accounts.module.js';
export { Nicknames } from './nicknames.js';
export { OpenedAccounts } from './opened-accounts.repository.js';
export { UsableAccounts, type UsableAccount } from './usable-accounts.js';
