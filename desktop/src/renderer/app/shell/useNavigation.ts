import { Permission, type TaskCounts } from '@cso/contract';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useWaitingActivations } from '../../features/approvals';
import { useInvitationsNeedingWork } from '../../features/invitations';
import { useInboxCounts } from '../../features/messages';
import { useTaskCounts } from '../../features/tasks';
import { useWorkerSession } from '../session/worker-session';

interface NavigationItem {
  text: string;
  to: { name: string };
  count?: string;
}

/** What a worker must see to: their own tasks, and what is urgent while nobody has it. */
const toDo = (counts: TaskCounts | undefined): number | undefined =>
  counts && counts.mine.all + counts.available.urgent;

/** The parts of the app that the worker's role opens, with how much waits in each. */
export function useNavigation(): ComputedRef<NavigationItem[]> {
  const { t } = useI18n();
  const session = useWorkerSession();
  const tasks = useTaskCounts(() => session.may(Permission.WorkOnTasks));
  const activations = useWaitingActivations(() => session.may(Permission.ActivateAccess));
  const invitations = useInvitationsNeedingWork(() => session.may(Permission.InviteCarers));
  const inbox = useInboxCounts(() => session.may(Permission.AnswerMessages));

  const countText = (count: number | undefined): string | undefined =>
    count ? t('app.nav.count', { count }) : undefined;

  return computed(() => [
    ...item('my-work', Permission.WorkOnTasks, toDo(tasks.data.value)),
    ...item('inbox', Permission.AnswerMessages, inbox.data.value?.mine),
    ...item('recordings', Permission.CountersignRecordings, inbox.data.value?.toCountersign),
    ...item('people', Permission.ViewPeople),
    ...item('invitations', Permission.InviteCarers, invitations.value),
    ...item('approvals', Permission.ActivateAccess, activations.value),
    ...item('covers', Permission.AnswerMessages),
    ...item('ready-texts', Permission.EditAnswerTemplates),
    ...item('staff', Permission.EditStaff),
    ...item('message-types', Permission.EditMessageTypes),
  ]);

  function item(name: string, permission: Permission, count?: number): NavigationItem[] {
    if (!session.may(permission)) return [];
    const text = countText(count);
    return [{ text: t(`app.nav.${name}`), to: { name }, ...(text ? { count: text } : {}) }];
  }
}
