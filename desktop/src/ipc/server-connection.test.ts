import { describe, expect, it } from 'vitest';
import { ServerOrigin } from './server-connection';

describe('the address of a server', () => {
  it.each([
    ['https://cso.example.org', 'https://cso.example.org'],
    [' https://CSO.example.org/ ', 'https://cso.example.org'],
    ['https://cso.example.org:8443', 'https://cso.example.org:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes %s', (text, origin) => {
    expect(ServerOrigin.parse(text)).toBe(origin);
  });

  it.each([
    'http://cso.example.org',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'https://cso.example.org/path',
    'https://cso.example.org/?x=1',
    'https://cso.example.org/#x',
    'https://user:secret@cso.example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'cso.example.org',
    '',
  ])('refuses %s', (text) => {
    expect(ServerOrigin.safeParse(text).success).toBe(false);
  });
});
