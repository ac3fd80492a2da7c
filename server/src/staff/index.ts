export { AddWorker } from './add-worker.js';
export { Covers } from './covers.js';
export { EnrolWorker } from './enrol-worker.js';
export { RecoveryCodes } from './recovery-codes.js';
export { SetPasswordTokens } from './set-password-tokens.js';
export { StaffModule } from './staff.module.js';
export { Teams } from './teams.service.js';
export { WorkerCredentials } from './worker-credentials.js';
export { Workers, type WorkerView } from './workers.service.js';
