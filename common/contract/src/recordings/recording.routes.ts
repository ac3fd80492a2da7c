import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, Id, IdParams } from '../http/values.js';
import {
  AddToRecording,
  CountersignRecordings,
  Countersigned,
  RecordedChildList,
  Recording,
  RecordingList,
  RecordingSent,
  RecordingView,
  SearchRecordings,
  SendRecording,
} from './recording.schemas.js';

/** The carer's own recordings. */
export const myRecordingRoutes = {
  send: route({
    operationId: 'sendRecording',
    method: 'POST',
    path: '/api/my/recordings',
    summary: 'Sends a recording about a child; its draft is dropped with it.',
    body: SendRecording,
    reply: RecordingSent,
    isIdempotent: true,
  }),
  search: route({
    operationId: 'searchMyRecordings',
    method: 'POST',
    path: '/api/my/recordings/search',
    summary: 'The carer’s own history, newest first, also after the access has ended.',
    body: SearchRecordings,
    reply: RecordingList,
  }),
  listChildren: route({
    operationId: 'listRecordedChildren',
    method: 'GET',
    path: '/api/my/recordings/children',
    summary: 'The children whom the carer has recorded about, by name.',
    reply: RecordedChildList,
  }),
  get: route({
    operationId: 'getMyRecording',
    method: 'GET',
    path: '/api/my/recordings/:id',
    summary: 'One of the carer’s own recordings, with who has read it.',
    params: IdParams,
    reply: Recording,
  }),
  add: route({
    operationId: 'addToRecording',
    method: 'POST',
    path: '/api/my/recordings/:id/additions',
    summary: 'Adds to a recording; what was sent stays as it is.',
    params: IdParams,
    body: AddToRecording,
    reply: RecordingSent,
    isIdempotent: true,
  }),
};

/** Recordings as the workers of the child and the carer read them. */
export const recordingRoutes = {
  list: route({
    operationId: 'listRecordings',
    method: 'GET',
    path: '/api/recordings',
    summary:
      'Recordings to countersign, oldest first, or those countersigned, newest first; of one child or all.',
    query: z.strictObject({ view: RecordingView, childId: Id.optional(), cursor: Cursor.optional() }),
    reply: RecordingList,
  }),
  get: route({
    operationId: 'getRecording',
    method: 'GET',
    path: '/api/recordings/:id',
    summary: 'One recording; opening it is audited and shows the carer that it was read.',
    params: IdParams,
    reply: Recording,
  }),
  countersign: route({
    operationId: 'countersignRecording',
    method: 'POST',
    path: '/api/recordings/countersign',
    summary: 'Countersigns one recording or a batch.',
    body: CountersignRecordings,
    reply: Countersigned,
    isIdempotent: true,
  }),
};
