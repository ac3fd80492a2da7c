import type { RouteRecordRaw } from 'vue-router';
import { writingTexts } from '../messages/routes';
import { SIGNED_IN } from '../session';

const meta = { texts: writingTexts };

/** Writing one: inside the child's account. */
export const accountRecordingPages: RouteRecordRaw[] = [
  {
    path: 'messages/recording',
    name: 'new-recording',
    component: () => import('./RecordPage.vue'),
    meta,
  },
  {
    path: 'messages/recording/:recordingId/sent',
    name: 'recording-sent',
    component: () => import('./RecordingSentPage.vue'),
    meta,
  },
];

/** One's own history: over all accounts, also those that have ended. */
export const recordingPages: RouteRecordRaw[] = [
  {
    path: '/recordings',
    meta: { ...meta, steps: SIGNED_IN, isTimed: true },
    children: [
      { path: '', name: 'recordings', component: () => import('./RecordingsPage.vue') },
      { path: ':recordingId', name: 'recording', component: () => import('./RecordingPage.vue') },
    ],
  },
];
