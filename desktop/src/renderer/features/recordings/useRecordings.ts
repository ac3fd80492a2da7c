import { recordingRoutes, type Recording, type RecordingSummary, type RecordingView } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useIdempotencyKey } from '../../app/parts/idempotency';
import { useLiveQuery, usePagedQuery, type LiveQuery, type PagedQuery } from '../../app/parts/live-query';

export function useRecordings(view: () => RecordingView): PagedQuery<RecordingSummary> {
  return usePagedQuery(() => {
    const shown = view();
    return {
      key: ['recordings', 'list', shown],
      askPage: (client, cursor, call) =>
        client.call(recordingRoutes.list, { ...call, query: { view: shown, cursor } }),
    };
  });
}

export function useRecording(id: () => string): LiveQuery<Recording> {
  return useLiveQuery(() => {
    const params = { id: id() };
    return {
      key: ['recordings', 'one', params.id],
      ask: (client, call) => client.call(recordingRoutes.get, { ...call, params }),
    };
  });
}

export function useRecordingActs() {
  const client = useActingClient();
  const keyFor = useIdempotencyKey();
  return {
    countersign: (recordingIds: string[]) =>
      client.call(recordingRoutes.countersign, {
        body: { recordingIds },
        idempotencyKey: keyFor({ recordingIds }),
      }),
  };
}
