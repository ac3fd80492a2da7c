import type { RouteRecordRaw } from 'vue-router';

/** Messages and recordings are written with the same parts, so their words come together. */
export async function writingTexts() {
  const [messages, recordings, drafts, urgent] = await Promise.all([
    import('./en-GB'),
    import('../recordings/en-GB'),
    import('../drafts/en-GB'),
    import('../urgent-help/en-GB'),
  ]);
  return {
    messages: messages.messageTexts,
    recordings: recordings.recordingTexts,
    drafts: drafts.draftTexts,
    urgent: urgent.urgentTexts,
  };
}

/** Pages inside an account. */
export const messagePages: RouteRecordRaw[] = [
  {
    path: 'messages',
    meta: { texts: writingTexts },
    children: [
      { path: '', name: 'messages', component: () => import('./MessagesPage.vue') },
      { path: 'new', name: 'new-message', component: () => import('./ChooseTypePage.vue') },
      { path: 'new/:typeId', name: 'write-message', component: () => import('./WritePage.vue') },
      { path: ':threadId', name: 'thread', component: () => import('./ThreadPage.vue') },
      { path: ':threadId/sent', name: 'message-sent', component: () => import('./SentPage.vue') },
    ],
  },
];
