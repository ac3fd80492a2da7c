import { Entity } from 'typeorm';
import { keyColumn } from '../database/columns.js';

/** Every link that was ever mailed, so that a dead one still names its invitation (security-rules 5.2). */
@Entity('issued_links')
export class IssuedLink {
  /** SHA-256 of the link's token. */
  @keyColumn(64, { primary: true }) linkHash: string;
  @keyColumn(36) invitationId: string;
}
