// These functions are turned into text and run inside the browser: none may close over this module.

/** One end of the context bridge: values are copied and functions become proxies, over synchronous DOM events. */
export function createBridge(createCodec, { secret, here, there, onExpose }) {
  const functions = new Map();
  const waiting = new Map();
  let count = 0;
  let answer = null;

  const codec = createCodec({
    keep(fn) {
      functions.set(++count, fn);
      return count;
    },
    proxy:
      (id) =>
      (...args) =>
        call(id, args),
  });
  const post = (message) =>
    globalThis.dispatchEvent(new CustomEvent(`${secret}:${there}`, { detail: codec.encode(message) }));
  // As in Electron, an error keeps its message and loses everything else on its way over.
  const copyOf = (error) => new Error(String(error?.message ?? error));

  function call(id, args) {
    const key = ++count;
    answer = null;
    post({ kind: 'call', key, id, args });
    const { isPromise, ok, value } = answer;
    if (isPromise) return new Promise((resolve, reject) => waiting.set(key, { resolve, reject }));
    if (!ok) throw value;
    return value;
  }

  function run({ key, id, args }) {
    try {
      const value = functions.get(id)(...args);
      if (typeof value?.then !== 'function') return post({ kind: 'return', ok: true, value });
      value.then(
        (result) => post({ kind: 'settle', key, ok: true, value: result }),
        (error) => post({ kind: 'settle', key, ok: false, value: copyOf(error) }),
      );
      post({ kind: 'return', isPromise: true });
    } catch (error) {
      post({ kind: 'return', ok: false, value: copyOf(error) });
    }
  }

  function settle({ key, ok, value }) {
    const { resolve, reject } = waiting.get(key);
    waiting.delete(key);
    if (ok) resolve(value);
    else reject(value);
  }

  const receivers = { call: run, return: (message) => (answer = message), settle, expose: onExpose };
  globalThis.addEventListener(
    `${secret}:${here}`,
    (event) => {
      event.stopImmediatePropagation();
      const message = codec.decode(event.detail);
      receivers[message.kind](message);
    },
    true,
  );
  return post;
}

/** The page's own world: what the preload exposes appears there, frozen; window.open answers null, as a denial does. */
export function runPageWorld(createCodec, createBridge, { secret }) {
  function freeze(value) {
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  }
  createBridge(createCodec, {
    secret,
    here: 'page',
    there: 'preload',
    onExpose: ({ key, api }) =>
      Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true }),
  });
  const open = globalThis.open;
  globalThis.open = (...args) => {
    open.apply(globalThis, args);
    return null;
  };
}

/** The preload's isolated world: `require('electron')` for a sandboxed preload, then the app's own script, unchanged. */
export function runPreloadWorld(createCodec, createBridge, { secret, binding, preload }) {
  const codec = createCodec();
  const expose = createBridge(createCodec, {
    secret,
    here: 'preload',
    there: 'page',
    onExpose: () => undefined,
  });
  const toMain = globalThis[binding];
  const listeners = new Map();
  const pending = new Map();
  let count = 0;

  const listenersOf = (channel) => listeners.get(channel) ?? [];
  const ipcRenderer = {
    on: (channel, listener) => listeners.set(channel, [...listenersOf(channel), listener]),
    off: (channel, listener) =>
      listeners.set(
        channel,
        listenersOf(channel).filter((each) => each !== listener),
      ),
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        pending.set(++count, { resolve, reject });
        toMain(codec.encode({ kind: 'invoke', key: count, channel, args }));
      }),
  };
  const receivers = {
    reply({ key, ok, value }) {
      const { resolve, reject } = pending.get(key);
      pending.delete(key);
      if (ok) resolve(value);
      else reject(new Error(value));
    },
    send({ channel, args }) {
      for (const listener of listenersOf(channel)) listener({ sender: ipcRenderer }, ...args);
    },
  };
  globalThis.receiveFromMain = (text) => {
    const message = codec.decode(text);
    receivers[message.kind](message);
  };

  const contextBridge = { exposeInMainWorld: (key, api) => expose({ kind: 'expose', key, api }) };
  const require = (id) => {
    if (id !== 'electron') throw new Error(`module not found: ${id}`);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  new Function('require', 'module', 'exports', preload)(require, module, module.exports);
}
