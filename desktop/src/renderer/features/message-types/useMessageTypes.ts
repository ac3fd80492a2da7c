import { messageTypeRoutes, type MessageType, type SaveMessageType } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

/** Every message type, in the order in which carers see them. */
export function useMessageTypes(): LiveQuery<{ items: MessageType[] }> {
  return useLiveQuery(() => ({
    key: ['message-types'],
    ask: (client, call) => client.call(messageTypeRoutes.list, call),
  }));
}

export function useMessageTypeActs() {
  const client = useActingClient();
  const save = (id: string, body: SaveMessageType): Promise<MessageType> =>
    client.call(messageTypeRoutes.save, { params: { id }, body });

  return {
    create: (body: SaveMessageType): Promise<MessageType> => client.call(messageTypeRoutes.create, { body }),
    save,
    /** Whether carers can choose it; its words stay as they are. */
    offer: ({ id, name, guidance }: MessageType, isActive: boolean) => save(id, { name, guidance, isActive }),
  };
}
