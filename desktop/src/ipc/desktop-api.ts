import type * as z from 'zod';
import type { Announcement, Call, channels } from './channels';

type Channels = typeof channels;

/** Stops listening. */
type StopListening = () => void;

type Method<Channel> =
  Channel extends Call<infer Args, infer Result>
    ? (...args: z.input<Args>) => Promise<z.output<Result>>
    : Channel extends Announcement<infer Args>
      ? (listener: (...args: z.output<Args>) => void) => StopListening
      : never;

/** What the preload offers to the renderer as `window.desktop`, derived from the table of channels. */
export type DesktopApi = {
  readonly [Capability in keyof Channels]: {
    readonly [Name in keyof Channels[Capability]]: Method<Channels[Capability][Name]>;
  };
};
