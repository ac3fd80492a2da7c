export type { AccessEntity } from './access.entity.js';
export { Accesses } from './accesses.js';
export { AccountsModule } from './accounts.module.js';
