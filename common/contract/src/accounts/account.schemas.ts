import { z } from 'zod';
import { Id, listOf } from '../http/values.js';

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
  kind: AccountKind,
  isOwnAccount: z.boolean(),
});
export type MyAccount = z.infer<typeof MyAccount>;
export const MyAccountList = listOf(MyAccount);
