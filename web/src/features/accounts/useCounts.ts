import type { TileCounts } from '@cso/contract';
import { useI18n } from 'vue-i18n';

/** Counts in words, such as '2 new messages'. */
export function useCounts() {
  const { t } = useI18n();
  const inWords = (kind: keyof TileCounts, count: number): string =>
    t(`accounts.counts.${kind}`, { count }, count);

  /** What waits in an account, in one line; says so when it is nothing. */
  function summary(counts: TileCounts): string {
    const kinds = ['newMessages', 'itemsToView', 'itemsToComplete'] as const;
    const present = kinds.filter((kind) => counts[kind] > 0).map((kind) => inWords(kind, counts[kind]));
    return present.length > 0 ? present.join(', ') : t('accounts.counts.nothing');
  }
  return { inWords, summary };
}
