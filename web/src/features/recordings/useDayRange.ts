import { formatDay } from '@cso/ui';
import { useI18n } from 'vue-i18n';

/** The days that a recording covers, in words: '27 March' or '20 March to 27 March'. */
export function useDayRange(format: (day: string) => string = (day) => formatDay(day)) {
  const { t } = useI18n();
  return ({ coversFrom, coversTo }: { coversFrom: string; coversTo: string }): string =>
    coversFrom === coversTo
      ? format(coversFrom)
      : t('recordings.days', { from: format(coversFrom), to: format(coversTo) });
}
