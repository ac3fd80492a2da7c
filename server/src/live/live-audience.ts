import type { Actor } from '../request/request-context.js';

/** Who is told: a carer, a worker, or everybody of a team. */
export type LiveAudience = `user:${string}` | `worker:${string}` | `team:${string}`;

/** What belongs to no team is everybody's, or it would be nobody's. */
export const audienceOfTeam = (teamId: string | null): LiveAudience => `team:${teamId ?? 'none'}`;

/** What concerns the actor, themselves first; nothing before they have finished signing in. */
export function audiencesOf(actor: Actor): readonly LiveAudience[] {
  if (actor.kind === 'carer' && actor.stage === 'signed_in') {
    return actor.userId === null ? [] : [`user:${actor.userId}`];
  }
  if (actor.kind !== 'worker' || actor.stage !== 'signed_in') return [];
  const { workerId, teamId } = actor;
  const teams = teamId === null ? [null] : [teamId, null];
  return [`worker:${workerId}`, ...teams.map(audienceOfTeam)];
}
