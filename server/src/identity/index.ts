export { IdentityModule } from './identity.module.js';
export { PhoneNumbers } from './phones/phone-numbers.js';
export { OpenedWith, SessionCompanion } from './sessions/session-companion.repository.js';
export { CarersByAddress, InvitedAddresses } from './ports.js';
export { Users } from './users/users.service.js';
