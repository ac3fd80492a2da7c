import { z } from 'zod';

/** A UUID, as every row has. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A moment in UTC, such as 2026-03-27T09:32:00.000Z. */
export const Timestamp = z.iso.datetime();
/** A day without a time, such as 2026-03-27. */
export const DateOnly = z.iso.date();

/** An e-mail address as typed: trimmed, at most 190 characters. Comparison is the server's (security-rules 5.2). */
export const EmailAddress = z
  .string()
  .trim()
  .max(190)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail }));

/** One part of a person's name, as they write it. */
export const NamePart = z.string().trim().min(1).max(80);

/** A free text of a line or two, such as a reason. */
export const ShortText = z.string().trim().min(1).max(500);

/** A 6-digit code as typed: spaces and hyphens are ignored (security-rules 4). */
export const SixDigitCode = z
  .string()
  .max(32)
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

/** Where the next page starts; opaque to the client. Absent on the last page. */
export const Cursor = z.string().max(200);

/** The path parameter of an operation on one row. */
export const IdParams = z.strictObject({ id: Id });

/** A page of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Cursor.optional() });
