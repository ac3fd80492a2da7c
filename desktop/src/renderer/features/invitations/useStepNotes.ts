import type { Invitation, InvitedAccess } from '@cso/contract';
import { formatDateTime } from '@cso/ui';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isAccepted, type Step } from './invitation-steps';

/** What is known of each step, line by line: when it was reached, by whom, for which names. */
export function useStepNotes(invitation: () => Invitation): ComputedRef<Record<Step, string[]>> {
  const { t } = useI18n();

  function confirmation({ confirmedAt, confirmedBy, identifiedBy }: Invitation): string[] {
    if (!confirmedAt) return [];
    const how = identifiedBy ? t(`invitations.checkedBy.${identifiedBy}`) : '';
    return [[formatDateTime(confirmedAt), confirmedBy, how].filter(Boolean).join(', ')];
  }

  function account({ user }: Invitation): string[] {
    if (!user) return [];
    const phone = t(user.isPhoneConfirmed ? 'invitations.phone.confirmed' : 'invitations.phone.notYet');
    return [formatDateTime(user.signedUpAt), phone];
  }

  const named = (accesses: InvitedAccess[], when: 'acceptedAt' | 'activatedAt'): string[] =>
    namesByMinute(accesses, when).map((line) => t('invitations.namesAt', line));

  return computed(() => {
    const { codeIssuedAt, accesses } = invitation();
    const isWaiting = accesses.some(({ state }) => state === 'awaiting_activation');
    const waiting = isWaiting ? [t('invitations.waiting')] : [];
    return {
      codeSent: [formatDateTime(codeIssuedAt)],
      codeConfirmed: confirmation(invitation()),
      accountCreated: account(invitation()),
      accepted: named(accesses.filter(isAccepted), 'acceptedAt'),
      activated: [...named(accesses, 'activatedAt'), ...waiting],
    };
  });
}

/** The names that came together, oldest first; milliseconds lie between those of one press. */
function namesByMinute(accesses: InvitedAccess[], when: 'acceptedAt' | 'activatedAt') {
  const timed = accesses
    .flatMap(({ name, [when]: at }) => (at === null ? [] : [{ name, at }]))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const groups = Object.groupBy(timed, ({ at }) => formatDateTime(at));
  return Object.entries(groups).map(([date, group = []]) => ({
    date,
    names: group.map(({ name }) => name).join(', '),
  }));
}
