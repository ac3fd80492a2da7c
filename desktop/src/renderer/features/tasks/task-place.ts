import type { Task, TaskKind } from '@cso/contract';
import type { RouteLocationRaw } from 'vue-router';

const approvalKinds: readonly TaskKind[] = ['activation_waiting', 'second_approval_needed'];

/** Where the thing that a task is about is worked on; null when it is about nothing in this app. */
export function placeOfTask({ kind, about, personId }: Task): RouteLocationRaw | null {
  if (about?.kind === 'invitation') {
    const name = approvalKinds.includes(kind) ? 'approval' : 'invitations';
    return { name, params: { id: about.id } };
  }
  if (about?.kind === 'recording') return { name: 'recordings', params: { id: about.id } };
  if (about?.kind === 'thread') return { name: 'inbox', params: { id: about.id } };
  return personId ? { name: 'person', params: { id: personId } } : null;
}
