import { ApiError, newIdempotencyKey } from '@cso/client';
import { myInvitationRoutes, type MyInvitation } from '@cso/contract';
import { useClient, useConfirm, useForm } from '@cso/ui';
import { ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useMyInvitations } from './useMyInvitations';

/** What the person fills in on the Account Setup screen. */
export interface SetupAnswers {
  names: string[];
  proceed: string;
  reason: string;
}

/** Who has not answered the question yet is told of the names, too: all that is missing at once. */
function checkAnswers({ names, proceed }: SetupAnswers) {
  return {
    names: proceed !== 'no' && names.length === 0 ? 'REQUIRED' : undefined,
    proceed: proceed ? undefined : 'REQUIRED',
  };
}

/** A tick may not outlive its name, nor stand for a name that is no longer on the screen. */
function keepTicksOnList(values: SetupAnswers, open: Ref<MyInvitation[]>): void {
  watch(open, (shown) => {
    const ids = new Set(shown.map(({ accessId }) => accessId));
    values.names = values.names.filter((id) => ids.has(id));
  });
}

/** Those ticked, or for a No everybody on the list. */
const namesMeant = ({ proceed, names }: SetupAnswers, open: MyInvitation[]): MyInvitation[] =>
  proceed === 'yes' ? open.filter(({ accessId }) => names.includes(accessId)) : open;

/** The Account Setup screen: tick the names, Yes, Confirm, Yes; or No (security-rules 5.8). */
export function useAccountSetup() {
  const askInPopUp = usePopUp();
  const invitations = useMyInvitations();
  const answer = useAnswers(invitations);
  const outcome = ref<'accepted' | 'declined' | 'reported'>();

  const form = useForm<SetupAnswers>({
    values: { names: [], proceed: '', reason: '' },
    texts: 'invitations.errors',
    check: checkAnswers,
    confirm: (values) =>
      askInPopUp(values.proceed === 'yes' ? 'accept' : 'decline', namesMeant(values, invitations.open.value)),
    submit: async (values) => (values.proceed === 'yes' ? accept(values.names) : declineAll(values.reason)),
  });

  keepTicksOnList(form.values, invitations.open);

  function finish(result: 'accepted' | 'declined' | 'reported'): void {
    Object.assign(form.values, { names: [], proceed: '', reason: '' });
    outcome.value = result;
  }

  async function accept(accessIds: string[]): Promise<void> {
    await answer.accept(accessIds);
    finish('accepted');
  }

  async function declineAll(reason: string): Promise<void> {
    await answer.declineAll(reason.trim() || undefined);
    finish('declined');
  }

  async function report(name: MyInvitation): Promise<void> {
    if (!(await askInPopUp('report', [name]))) return;
    await form.attempt(() => answer.report(name.accessId));
    if (form.summary.length === 0) finish('reported');
  }
  return { invitations, form, outcome, report };
}

/** The guide's 'Confirm' pop-up, which names everybody whom the answer is about. */
function usePopUp() {
  const { t } = useI18n();
  const confirm = useConfirm();
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

  return (question: 'accept' | 'decline' | 'report', about: MyInvitation[]) =>
    confirm({
      title: t('ui.confirm'),
      message: t(`invitations.confirm.${question}`, { names: list.format(about.map(({ name }) => name)) }),
      confirmText: t('invitations.yes'),
      cancelText: t('ui.cancel'),
      tone: question === 'report' ? 'warning' : 'normal',
    });
}

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
