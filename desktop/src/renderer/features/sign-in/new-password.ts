import { checkPasswordShape, type FieldCode } from '@cso/contract';

/** The server's own limit, PASSWORD_MAX, may be lower; it then says so. */
const PASSWORD_MAX = 128;

interface TypedTwice {
  password: string;
  passwordConfirmation: string;
}

/** What the page itself can see to be wrong with a new password (security-rules 5.4). */
export function checkNewPassword({ password, passwordConfirmation }: TypedTwice): {
  password: FieldCode | undefined;
  passwordConfirmation: FieldCode | undefined;
} {
  const shape = password ? (checkPasswordShape(password, PASSWORD_MAX) ?? undefined) : 'REQUIRED';
  const differs = password !== passwordConfirmation ? 'PASSWORDS_DIFFER' : undefined;
  return {
    password: shape,
    passwordConfirmation: passwordConfirmation ? differs : 'REQUIRED',
  };
}

/** The token of `https://…/set-password#TOKEN`, or the token pasted alone; null when it is neither. */
export const tokenOfLink = (link: string): string | null =>
  /^(?:\S+\/set-password#)?([\w-]{20,})$/.exec(link.trim())?.[1] ?? null;
