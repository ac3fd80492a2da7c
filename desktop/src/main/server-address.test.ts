import { describe, expect, it, vi } from 'vitest';
import { BadServerAddress, findManagedOrigin, ServerAddress, ServerAddressIsManaged } from './server-address';

const sources = {
  policyUrl: 'https://policy.example',
  commandLine: ['app', '--server-url=https://argument.example'],
  environmentUrl: 'https://environment.example',
};
const settings = { read: () => ({ serverOrigin: 'https://chosen.example', window: null }), save: vi.fn() };

describe('the managed address', () => {
  it('comes from the policy before the command line before the environment', () => {
    expect(findManagedOrigin(sources)).toBe('https://policy.example');
    expect(findManagedOrigin({ ...sources, policyUrl: undefined })).toBe('https://argument.example');
    expect(findManagedOrigin({ ...sources, policyUrl: undefined, commandLine: [] })).toBe(
      'https://environment.example',
    );
    expect(
      findManagedOrigin({ policyUrl: undefined, commandLine: [], environmentUrl: undefined }),
    ).toBeNull();
  });

  it('stops the start when it is not valid, rather than falling back', () => {
    const badPolicy = { ...sources, policyUrl: 'http://policy.example' };
    expect(() => findManagedOrigin(badPolicy)).toThrow(new BadServerAddress('the policy ServerUrl'));
  });
});

describe('the server address', () => {
  it('is the caseworker’s choice when nobody manages it', () => {
    const server = new ServerAddress(null, settings);
    expect(server.connection).toEqual({ origin: 'https://chosen.example', isManaged: false });
    server.choose('https://other.example');
    expect(settings.save).toHaveBeenCalledExactlyOnceWith({ serverOrigin: 'https://other.example' });
  });

  it('cannot be changed when the organisation manages it', () => {
    const server = new ServerAddress('https://policy.example', settings);
    expect(server.connection).toEqual({ origin: 'https://policy.example', isManaged: true });
    expect(() => server.choose('https://other.example')).toThrow(ServerAddressIsManaged);
  });
});
