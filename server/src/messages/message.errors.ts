import { DomainError } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';

/** Another worker holds the thread: take it over with a reason, or leave it to them. */
export const heldByAnother = () => new DomainError('conflict', 'THREAD_HELD_BY_ANOTHER');
export const threadMoved = () => new DomainError('conflict', 'THREAD_MOVED');
export const threadLocked = () => new DomainError('conflict', 'THREAD_LOCKED');
/** The carer could use the account when they began to write, and no longer can. */
export const accessEnded = () => new DomainError('conflict', 'ACCESS_ENDED');
/** Nobody may use the account now, so nobody would see what is sent to it. */
export const nobodyToWriteTo = () => new DomainError('conflict', 'NOBODY_TO_WRITE_TO');

/** A worker who left, or neither a worker nor a team. */
export const invalidRecipient = (field: 'workerId' | 'teamId') => new InvalidInput({ [field]: 'INVALID' });
