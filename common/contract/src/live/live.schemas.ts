import { z } from 'zod';

/**
 * What has changed for somebody who looks on. It carries no content: the screen asks again for what it shows. `all`
 * means that too much was missed to tell.
 */
export const LiveKind = z.enum(['messages', 'inbox', 'recordings', 'tasks', 'accounts', 'all']);
export type LiveKind = z.infer<typeof LiveKind>;

/** The `data` of one event of the stream; its `id` is what Last-Event-ID goes on from. */
export const LiveEvent = z.object({ kind: LiveKind });
export type LiveEvent = z.infer<typeof LiveEvent>;
