import { isIPv6 } from 'node:net';

/**
 * Whom an IP address stands for when tries are counted: itself, or for IPv6 its /64. A subscriber gets a whole /64,
 * and would otherwise count as a new person with each of its addresses (security-rules 5.3, 5.9).
 */
export function networkOf(ip: string): string {
  const [address = ''] = ip.split('%');
  if (!isIPv6(address)) return ip;
  const groups = groupsOf(address);
  // An IPv4 address in IPv6 clothes, as a dual-stack socket gives it.
  if (/^0:0:0:0:0:ffff:/.test(groups.join(':'))) return ipv4Of(groups.slice(6));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups. The URL parser writes any spelling in the shortest one. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - first!.length - last!.length }, () => '0');
  return [...first!, ...zeros, ...last!];
}

const ipv4Of = (groups: string[]): string =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 0xff])
    .join('.');
