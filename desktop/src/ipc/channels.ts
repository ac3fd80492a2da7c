import * as z from 'zod';
import { DeepLink } from './deep-link';
import { FileContent, FileName } from './saved-file';
import { ServerConnection, ServerOrigin } from './server-connection';

/** A question the renderer asks the main process. */
export interface Call<Args extends z.ZodTuple = z.ZodTuple, Result extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly name: string;
  readonly args: Args;
  readonly result: Result;
}

/** Something the main process tells the renderer. */
export interface Announcement<Args extends z.ZodTuple = z.ZodTuple> {
  readonly kind: 'announcement';
  readonly name: string;
  readonly args: Args;
}

const call = <Args extends z.ZodTuple, Result extends z.ZodType>(name: string, args: Args, result: Result) =>
  ({ kind: 'call', name, args, result }) satisfies Call<Args, Result>;

const announcement = <Args extends z.ZodTuple>(name: string, args: Args) =>
  ({ kind: 'announcement', name, args }) satisfies Announcement<Args>;

const NoticeTitle = z.string().min(1).max(80);
const NoticeBody = z.string().max(200);

/** Everything that may pass between the renderer and the main process: there is no other channel. */
export const channels = {
  connection: {
    getServer: call('connection.getServer', z.tuple([]), ServerConnection),
    /** Fails when the organisation manages the address. The window reloads afterwards, under the new CSP. */
    setServer: call('connection.setServer', z.tuple([ServerOrigin]), ServerConnection),
  },
  files: {
    /** Asks the caseworker where to save; the answer is false when they cancel. */
    save: call('files.save', z.tuple([FileName, FileContent]), z.boolean()),
  },
  links: {
    /** Opens the system browser; fails for anything but the configured server. */
    openExternal: call('links.openExternal', z.tuple([z.string().max(2048)]), z.void()),
  },
  notices: {
    /** Shows a notification of the operating system: no names and no case text in it (ux 5). */
    notify: call('notices.notify', z.tuple([NoticeTitle, NoticeBody]), z.void()),
  },
  app: {
    version: call('app.version', z.tuple([]), z.string()),
    /** The computer sleeps or its screen was locked: hide everything and sign out (security-rules 5.11). */
    onLocked: announcement('app.locked', z.tuple([])),
    /** A cso:// link was opened. Show it only after sign-in, and never act on it without a click. */
    onDeepLink: announcement('app.deepLink', z.tuple([DeepLink])),
  },
};
