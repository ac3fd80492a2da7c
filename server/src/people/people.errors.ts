import type { FieldCode } from '@cso/contract';
import { DomainError } from '../errors/domain-error.js';

/** Another carer has the address: one address is one person's, or a code could reach the wrong one. */
export const emailTaken = () => new DomainError('conflict', 'EMAIL_TAKEN');
export const placementOverlaps = () => new DomainError('conflict', 'PLACEMENT_OVERLAPS');
export const invalidField = (field: string, code: FieldCode) =>
  new DomainError('invalid', 'INVALID_INPUT', { fields: { [field]: code } });
