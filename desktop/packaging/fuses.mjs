// The place of each fuse in the wire that Electron carries behind this mark in its binary.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
];
const STATES = { 0x30: false, 0x31: true };

/** The fuses as a packed Electron binary has them. Throws on a fuse that this file does not know. */
export function readFuses(binary) {
  const start = binary.indexOf(SENTINEL) + SENTINEL.length;
  if (start < SENTINEL.length) throw new Error('The binary carries no fuses: is it Electron?');
  const [version, length] = binary.subarray(start, start + 2);
  if (version !== 1 || length > WIRE.length)
    throw new Error('Electron has a fuse that packaging/fuses.mjs does not state.');
  const states = [...binary.subarray(start + 2, start + 2 + length)].map((state) => STATES[state]);
  return Object.fromEntries(states.map((state, place) => [WIRE[place], state]));
}

/** The names of the fuses that differ from what the configuration states. */
export function findWrongFuses(binary, stated) {
  // electron-builder cannot set the newest one yet; Electron's own default is the safe state.
  const wanted = { ...stated, wasmTrapHandlers: true };
  return Object.entries(readFuses(binary))
    .filter(([name, state]) => state !== wanted[name])
    .map(([name]) => name);
}
