import type { RecipientCover } from '@cso/contract';
import { formatDay } from '@cso/ui';
import { useI18n } from 'vue-i18n';

/** Who reads for a worker who is away, and until when. */
export function useCoverText() {
  const { t } = useI18n();
  return (name: string | null, { workerName: cover, backOn }: RecipientCover): string =>
    t(`messages.to.${cover ? 'cover' : 'coverTeam'}`, { cover, name, date: formatDay(backOn) });
}
