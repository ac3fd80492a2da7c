import {
  EmailAddress,
  NamePart,
  SixDigitCode,
  checkPasswordShape,
  type ErrorCode,
  type FieldCode,
} from '@cso/contract';

/** The longest password that the server takes, unless the council sets the carer guide's own 16. */
const PASSWORD_MAX = 128;

export function checkEmail(email: string): FieldCode | undefined {
  if (!email.trim()) return 'REQUIRED';
  return EmailAddress.safeParse(email).success ? undefined : 'INVALID_EMAIL';
}

/** What the page can say about a name, as far as the contract goes. */
export function checkName(name: string): FieldCode | undefined {
  if (!name.trim()) return 'REQUIRED';
  return NamePart.safeParse(name).success ? undefined : 'TOO_LONG';
}

/** What the page can say about a new password, of both fields at once; the server also knows the common ones. */
export function checkNewPassword(values: { password: string; passwordConfirmation: string }) {
  const { password, passwordConfirmation } = values;
  return {
    password: password ? (checkPasswordShape(password, PASSWORD_MAX) ?? undefined) : 'REQUIRED',
    passwordConfirmation: checkConfirmation(password, passwordConfirmation),
  };
}

function checkConfirmation(password: string, confirmation: string): FieldCode | undefined {
  if (!confirmation) return 'REQUIRED';
  return password === confirmation ? undefined : 'PASSWORDS_DIFFER';
}

/** Why a typed code cannot be one; spaces and hyphens do not count. */
export function checkCode(code: string): FieldCode | undefined {
  if (!code.trim()) return 'REQUIRED';
  return SixDigitCode.safeParse(code).success ? undefined : 'INVALID_CODE';
}

/** Refusals that the typed code is to blame for. Which of them the server may tell depends on how far one is. */
export const BLAME_CODE = {
  AUTH_FAILED: 'code',
  CODE_NOT_ACCEPTED: 'code',
  CHALLENGE_EXPIRED: 'code',
  CHALLENGE_LOCKED: 'code',
} as const satisfies Partial<Record<ErrorCode, 'code'>>;
