/** Tabs of one session tell each other only that something changed; each then asks the server. */
export type SessionNews = 'changed' | 'signed-out';

/** Why a page finds its session over: the person signed out in another tab, time was up, or it was ended elsewhere. */
export type SessionEnd = 'signed-out' | 'time-out' | 'ended';

/** Tells the other tabs that the person signed out, so that they hide at once and ask the server. */
export function announceSignOut(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('signed-out' satisfies SessionNews);
  channel.close();
}
