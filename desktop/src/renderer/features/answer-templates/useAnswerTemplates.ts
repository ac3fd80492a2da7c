import { answerTemplateRoutes, type AnswerTemplate, type SaveAnswerTemplate } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

/** The ready texts that the worker may answer with: the team's and everybody's. */
export function useAnswerTemplates(): LiveQuery<{ items: AnswerTemplate[] }> {
  return useLiveQuery(() => ({
    key: ['answer-templates'],
    ask: (client, call) => client.call(answerTemplateRoutes.list, call),
  }));
}

export function useAnswerTemplateActs() {
  const client = useActingClient();
  return {
    create: (body: SaveAnswerTemplate): Promise<AnswerTemplate> =>
      client.call(answerTemplateRoutes.create, { body }),
    save: (id: string, body: SaveAnswerTemplate): Promise<AnswerTemplate> =>
      client.call(answerTemplateRoutes.save, { params: { id }, body }),
    remove: (id: string) => client.call(answerTemplateRoutes.remove, { params: { id } }),
  };
}
