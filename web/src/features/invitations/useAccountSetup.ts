import { ApiError, newIdempotencyKey } from '@cso/client';
import { myInvitationRoutes, type MyInvitation } from '@cso/contract';
import { useClient, useConfirm } from '@cso/ui';
import { ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormWithWait } from '../session';
import { useMyInvitations } from './useMyInvitations';

interface Answers {
  names: string[];
  proceed: string;
  reason: string;
}

function checkAnswers({ names, proceed }: Answers) {
  return {
    names: proceed === 'yes' && names.length === 0 ? 'REQUIRED' : undefined,
    proceed: proceed ? undefined : 'REQUIRED',
  };
}

/** The Account Setup screen: tick the names, Yes, Confirm, Yes; or No (security-rules 5.8). */
export function useAccountSetup() {
  const { t } = useI18n();
  const confirm = useConfirm();
  const invitations = useMyInvitations();
  const answer = useAnswers(invitations);
  const outcome = ref<'accepted' | 'declined' | 'reported'>();

  const form = useFormWithWait<Answers>({
    values: { names: [], proceed: '', reason: '' },
    texts: 'invitations.errors',
    check: checkAnswers,
    submit: async (values) => (values.proceed === 'yes' ? accept(values.names) : declineAll(values.reason)),
  });

  // A tick may not outlive its name, or a name may not be ticked that is no longer on the screen.
  watch(invitations.open, (open) => {
    const shown = new Set(open.map(({ accessId }) => accessId));
    form.values.names = form.values.names.filter((id) => shown.has(id));
  });

  function finish(result: 'accepted' | 'declined' | 'reported'): void {
    Object.assign(form.values, { names: [], proceed: '', reason: '' });
    outcome.value = result;
  }

  async function accept(accessIds: string[]): Promise<void> {
    const ticked = invitations.open.value.filter(({ accessId }) => accessIds.includes(accessId));
    const message = t('invitations.confirm.accept', { names: namesOf(ticked) });
    if (!(await confirm({ ...confirmTexts(t), message }))) return;
    await answer.accept(accessIds);
    finish('accepted');
  }

  async function declineAll(reason: string): Promise<void> {
    const names = namesOf(invitations.open.value);
    const message = t('invitations.confirm.decline', { names });
    if (!(await confirm({ ...confirmTexts(t), message }))) return;
    await answer.declineAll(reason.trim() || undefined);
    finish('declined');
  }

  async function report({ accessId, name }: MyInvitation): Promise<void> {
    const message = t('invitations.confirm.report', { name });
    if (!(await confirm({ ...confirmTexts(t), message, tone: 'warning' }))) return;
    await form.attempt(() => answer.report(accessId));
    if (form.summary.length === 0) finish('reported');
  }
  return { invitations, form, outcome, report };
}

const confirmTexts = (t: (key: string) => string) => ({
  title: t('ui.confirm'),
  confirmText: t('invitations.yes'),
  cancelText: t('ui.cancel'),
});

const namesOf = (items: MyInvitation[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items.map(({ name }) => name));

/** What is told to the server; each answer is the list as it stands afterwards. */
function useAnswers({ open, replace, reload }: ReturnType<typeof useMyInvitations>) {
  const client = useClient();
  let acceptance = { key: newIdempotencyKey(), names: '' };

  /** A repeat after a lost answer has the same key, another choice of names has a new one. */
  function keyFor(accessIds: string[]): string {
    const names = accessIds.join();
    if (acceptance.names !== names) acceptance = { key: newIdempotencyKey(), names };
    return acceptance.key;
  }

  async function reloadIfChanged<Reply>(act: () => Promise<Reply>): Promise<Reply> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) await reload();
      throw error;
    }
  }

  async function accept(accessIds: string[]): Promise<void> {
    const body = { accessIds, proceed: 'yes', confirmed: true } as const;
    const idempotencyKey = keyFor(accessIds);
    replace(await reloadIfChanged(() => client.call(myInvitationRoutes.accept, { body, idempotencyKey })));
  }

  async function declineAll(reason?: string): Promise<void> {
    const body = reason ? { reason } : {};
    for (const { accessId: id } of open.value) {
      replace(await reloadIfChanged(() => client.call(myInvitationRoutes.decline, { params: { id }, body })));
    }
  }

  async function report(id: string): Promise<void> {
    replace(
      await reloadIfChanged(() => client.call(myInvitationRoutes.reportUnexpected, { params: { id } })),
    );
  }
  return { accept, declineAll, report };
}
