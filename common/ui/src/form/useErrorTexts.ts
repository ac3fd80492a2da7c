import { ApiError, NetworkError } from '@cso/client';
import { useI18n } from 'vue-i18n';
import { waitInUnits } from './wait-units';

/**
 * Finds the texts of error codes: those under `prefix` first, then the shared ones. Every text may say `{wait}`:
 * how long the service asks to wait, such as '15 minutes', or 'a while' when it did not say (security-rules 5.5, 5.9).
 */
export function useErrorTexts(prefix: string) {
  const { t, te } = useI18n();

  function waitText(waitMs: number | null): string {
    if (!waitMs) return t('ui.wait.unknown');
    const { unit, count } = waitInUnits(waitMs);
    return t(`ui.wait.${unit}`, { count }, count);
  }
  function firstText(keys: string[], waitMs: number | null): string {
    return t(keys.find((key) => te(key)) ?? 'ui.errors.unknown', { wait: waitText(waitMs) });
  }

  function ofField(field: string, code: string, waitMs: number | null): string {
    const own = [`${prefix}.${field}.${code}`, `${prefix}.${code}`];
    return firstText([...own, `ui.fieldErrors.${code}`, 'ui.fieldErrors.INVALID'], waitMs);
  }

  /** Why the whole was refused. A fault of our own making is thrown on, not shown as the user's. */
  function ofFailure(error: unknown): string {
    const code = codeOf(error);
    return firstText([`${prefix}.${code}`, `ui.errors.${code}`], waitOf(error));
  }
  return { ofField, ofFailure };
}

function codeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof NetworkError) return 'network';
  throw error;
}

/** How long to wait, in milliseconds, when the service said so. */
export const waitOf = (error: unknown): number | null =>
  error instanceof ApiError ? error.retryAfterMs : null;
