import type { Invitation } from '@cso/contract';
import { useI18n } from 'vue-i18n';

/** Whose accounts an invitation offers, in one line beside the carer's name, which it does not repeat. */
export function useAccountNames(): (invitation: Invitation) => string {
  const { t } = useI18n();
  return ({ accesses, carerId }) =>
    accesses.map(({ accountId, name }) => (accountId === carerId ? t('invitations.own') : name)).join(', ');
}
