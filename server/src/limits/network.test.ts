import { expect, it } from 'vitest';
import { networkOf } from './network.js';

it.each([
  ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
  ['an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['another one of its /64', '2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['the next /64', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['a shortened one', '2001:db8::1', '2001:db8:0:0::/64'],
  ['one with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.7', '203.0.113.7'],
  ['the loopback', '::1', '0:0:0:0::/64'],
  ['no address at all', '', ''],
])('5.9 %s counts as its network', (_, ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
