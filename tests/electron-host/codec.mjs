/**
 * Text for values that the structured clone algorithm carries. It runs in Node, in the preload's world and in the
 * page's world, so it is one function that closes over nothing. `hooks` carry functions over the context bridge.
 */
export function createCodec(hooks = {}) {
  const REFUSED = ['Promise', 'WeakMap', 'WeakSet', 'Window', 'Symbol'];
  const ERRORS = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };

  function toBase64(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const refuse = () => {
    throw new Error('An object could not be cloned.');
  };

  function packBytes(view) {
    if (view instanceof ArrayBuffer) return ['bytes', 'ArrayBuffer', toBase64(new Uint8Array(view))];
    const isBuffer = typeof Buffer !== 'undefined' && Buffer.isBuffer(view);
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return ['bytes', isBuffer ? 'Uint8Array' : view.constructor.name, toBase64(bytes)];
  }

  function unpackBytes(kind, text) {
    const bytes = fromBase64(text);
    if (kind === 'Uint8Array') return bytes;
    return kind === 'ArrayBuffer' ? bytes.buffer : new globalThis[kind](bytes.buffer);
  }

  function packObject(value, tag, pack) {
    if (tag === 'Date') return ['date', value.getTime()];
    if (tag === 'Map') return ['map', [...value].map(([key, each]) => [pack(key), pack(each)])];
    if (tag === 'Set') return ['set', [...value].map(pack)];
    if (tag === 'ArrayBuffer' || ArrayBuffer.isView(value)) return packBytes(value);
    if (value instanceof Error || tag === 'Error') return ['error', value.name, String(value.message)];
    if (Array.isArray(value)) return ['array', value.map(pack)];
    return ['object', Object.keys(value).map((key) => [key, pack(value[key])])];
  }

  function createPack() {
    const open = new Set();
    return function pack(value) {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)];
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'function') return hooks.keep ? ['function', hooks.keep(value)] : refuse();
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      // Electron carries cycles; nothing in this product sends one, so the stand-in refuses them.
      if (REFUSED.includes(tag) || open.has(value)) return refuse();
      open.add(value);
      const packed = packObject(value, tag, pack);
      open.delete(value);
      return packed;
    };
  }

  const unpackers = {
    undefined: () => undefined,
    number: (text) => Number(text),
    bigint: (text) => BigInt(text),
    function: (id) => hooks.proxy(id),
    date: (time) => new Date(time),
    map: (entries) => new Map(entries.map(([key, each]) => [unpack(key), unpack(each)])),
    set: (items) => new Set(items.map(unpack)),
    bytes: unpackBytes,
    error: (name, message) => new (ERRORS[name] ?? Error)(message),
    array: (items) => items.map(unpack),
    object: (entries) => Object.fromEntries(entries.map(([key, each]) => [key, unpack(each)])),
  };
  function unpack(packed) {
    if (!Array.isArray(packed)) return packed;
    const [tag, ...rest] = packed;
    return unpackers[tag](...rest);
  }

  return {
    encode: (value) => JSON.stringify(createPack()(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
