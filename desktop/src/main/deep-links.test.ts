import { beforeEach, expect, it, vi } from 'vitest';
import { channels } from '../ipc/channels';
import { DeepLinks } from './deep-links';

const ID = '0190f3a1-7c3e-7d2a-9b1c-2f4e5a6b7c8d';
const window = { isLoaded: true, send: vi.fn(), focus: vi.fn() };
const links = new DeepLinks(window);

beforeEach(() => vi.clearAllMocks());

it('passes the link on the command line to the page and brings the window forward', () => {
  links.openFrom(['/usr/bin/app', `cso://tasks/${ID}`]);
  expect(window.send).toHaveBeenCalledExactlyOnceWith(channels.app.onDeepLink, { kind: 'tasks', id: ID });
  expect(window.focus).toHaveBeenCalled();
});

it('keeps a link until the page has loaded, and delivers it once', () => {
  window.isLoaded = false;
  links.openFrom([`cso://tasks/${ID}`]);
  expect(window.send).not.toHaveBeenCalled();
  links.deliver();
  links.deliver();
  expect(window.send).toHaveBeenCalledOnce();
});

it('ignores a command line without a valid link', () => {
  links.openFrom(['/usr/bin/app', 'cso://server/https://evil.example', '--flag']);
  links.deliver();
  expect(window.send).not.toHaveBeenCalled();
});
