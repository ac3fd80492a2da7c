import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { permissions } from './permissions';

type Request = (
  contents: null,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void;
type Check = (contents: null, permission: string, origin: string) => boolean;

const createSession = () =>
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn<(request: Request) => void>(),
    setPermissionCheckHandler: vi.fn<(check: Check) => void>(),
    setDevicePermissionHandler: vi.fn<(isAllowed: () => boolean) => void>(),
  });

let session: ReturnType<typeof createSession>;

beforeEach(() => {
  session = createSession();
  permissions(session as never).enable();
});

function decide(permission: string, url: string) {
  const answer = vi.fn();
  session.setPermissionRequestHandler.mock.lastCall![0](null, permission, answer, { requestingUrl: url });
  const isGranted = session.setPermissionCheckHandler.mock.lastCall![0](null, permission, url);
  expect(answer).toHaveBeenCalledExactlyOnceWith(isGranted);
  return isGranted;
}

it.each(['clipboard-sanitized-write', 'notifications'])('allows %s to the app', (permission) => {
  expect(decide(permission, 'app://bundle/')).toBe(true);
});

it.each([
  'media',
  'geolocation',
  'clipboard-read',
  'openExternal',
  'display-capture',
  'midi',
  'hid',
  'usb',
  'unknown',
])('denies %s', (permission) => {
  expect(decide(permission, 'app://bundle/')).toBe(false);
});

it('allows nothing to another page', () => {
  expect(decide('notifications', 'https://evil.example/')).toBe(false);
});

it('denies devices and downloads', () => {
  expect(session.setDevicePermissionHandler.mock.lastCall![0]()).toBe(false);
  const preventDefault = vi.fn();
  session.emit('will-download', { preventDefault });
  expect(preventDefault).toHaveBeenCalled();
});
