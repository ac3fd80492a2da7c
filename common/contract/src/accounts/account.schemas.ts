import { z } from 'zod';
import { Id, Timestamp, listOf } from '../http/values.js';

/** Whom an account is about: the carer's own, or a child's. */
export const AccountKind = z.enum(['carer', 'child']);
export type AccountKind = z.infer<typeof AccountKind>;

/** The counts of the three tiles. */
export const TileCounts = z.object({
  newMessages: z.int().min(0),
  itemsToView: z.int().min(0),
  itemsToComplete: z.int().min(0),
});
export type TileCounts = z.infer<typeof TileCounts>;

/** One line of 'Select an account'. `id` is the account's. */
export const MyAccount = TileCounts.extend({
  id: Id,
  name: z.string(),
  /** The carer’s own word for the account; shown in the portal only. */
  nickname: z.string().nullable(),
  kind: AccountKind,
  isOwnAccount: z.boolean(),
});
export type MyAccount = z.infer<typeof MyAccount>;
/** A word of the carer's own, such as 'kite'; null takes it away. It never stands in a mail. */
export const SetNickname = z.strictObject({ nickname: z.string().trim().min(1).max(40).nullable() });
export type SetNickname = z.infer<typeof SetNickname>;

export const MyAccountList = listOf(MyAccount);

/** Something new for the carer, whichever account it is in; newest first. Forms and documents join it later. */
export const WhatsNewItem = z.object({
  kind: z.enum(['message']),
  id: Id,
  accountId: Id,
  accountName: z.string(),
  nickname: z.string().nullable(),
  title: z.string(),
  fromName: z.string(),
  at: Timestamp,
  unreadCount: z.int().min(1),
});
export type WhatsNewItem = z.infer<typeof WhatsNewItem>;
export const WhatsNew = listOf(WhatsNewItem);
