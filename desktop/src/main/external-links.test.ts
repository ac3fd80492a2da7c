import { expect, it, vi } from 'vitest';
import { ExternalLinks, LinkRefused } from './external-links';

const openExternal = vi.fn(async () => undefined);
const links = new ExternalLinks({ openExternal }, () => 'https://cso.example.org');

it('opens pages of the configured server', async () => {
  await links.open('https://cso.example.org/guide');
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://cso.example.org/guide');
});

it.each([
  'https://evil.example/',
  'http://cso.example.org/',
  'https://cso.example.org.evil.example/',
  'https://user@cso.example.org/',
  'file:///etc/passwd',
  'smb://server/share',
  'mailto:a@example.org',
  'nonsense',
])('refuses %s', async (url) => {
  await expect(links.open(url)).rejects.toThrow(LinkRefused);
});

it('refuses everything before a server is known', async () => {
  await expect(new ExternalLinks({ openExternal }, () => null).open('data:text/html,x')).rejects.toThrow(
    LinkRefused,
  );
});
