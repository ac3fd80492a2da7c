import { formatDay } from '@cso/ui';
import { useI18n } from 'vue-i18n';

/** The days that a recording covers, in words: '27 March' or '20 March to 27 March'. */
export function useDayRange(): (days: { coversFrom: string; coversTo: string }) => string {
  const { t } = useI18n();
  return ({ coversFrom, coversTo }) =>
    coversFrom === coversTo
      ? formatDay(coversFrom)
      : t('recordings.days', { from: formatDay(coversFrom), to: formatDay(coversTo) });
}
