/** The limits of the contract's `Subject` and `MessageBody`; the server keeps them. */
export const SUBJECT_MAX = 150;
export const BODY_MAX = 10_000;

/** What is wrong with a text that must be there, as a field code. */
export function checkText(text: string, max: number): string | undefined {
  if (!text.trim()) return 'REQUIRED';
  return text.trim().length > max ? 'TOO_LONG' : undefined;
}
