import type { RecordingContent } from '@cso/contract';

/** The limit of each box; the server keeps it. */
export const TEXT_MAX = 10_000;

const checkLength = (text: string): string | undefined =>
  text.trim().length > TEXT_MAX ? 'TOO_LONG' : undefined;

/** What happened must be told; an opinion and the child's words may be left out. */
export const checkContent = ({ facts, opinion, childsWords }: RecordingContent) => ({
  facts: facts.trim() ? checkLength(facts) : 'REQUIRED',
  opinion: checkLength(opinion),
  childsWords: checkLength(childsWords),
});

export const trimContent = ({ facts, opinion, childsWords }: RecordingContent): RecordingContent => ({
  facts: facts.trim(),
  opinion: opinion.trim(),
  childsWords: childsWords.trim(),
});
