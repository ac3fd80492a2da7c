import type { Task, TaskKind } from '@cso/contract';
import type { RouteLocationRaw } from 'vue-router';

const approvalKinds: readonly TaskKind[] = ['activation_waiting', 'second_approval_needed'];

/** Where the thing that a task is about is worked on; null when it is about nothing in this app. */
export function placeOfTask({ kind, invitationId, personId }: Task): RouteLocationRaw | null {
  if (invitationId && approvalKinds.includes(kind)) return { name: 'approval', params: { id: invitationId } };
  if (invitationId) return { name: 'invitations', params: { id: invitationId } };
  return personId ? { name: 'person', params: { id: personId } } : null;
}
