import type { SignedInWorker } from '../request/request-context.js';

/** Records officers answer for every file; everyone else sees their team's people and those allocated to them. */
export const maySeeEveryone = ({ role }: SignedInWorker): boolean => role === 'records_officer';
