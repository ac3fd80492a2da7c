/** An event as Electron passes it. */
export const createEvent = (fields = {}) => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
  ...fields,
});

/** Says plainly which member of Electron the stand-in lacks, instead of `undefined is not a function`. */
export function onlyProvided(name, target) {
  return new Proxy(target, {
    get(object, key, receiver) {
      const isKnown = key in object || typeof key === 'symbol' || key === 'then' || key === 'toJSON';
      if (!isKnown) throw new Error(`electron host: ${name}.${String(key)} is not provided`);
      return Reflect.get(object, key, receiver);
    },
  });
}

/** What the app did that a real system would show: links opened, notifications, refused requests ... */
export const records = [];

export const record = (kind, fields = {}) => void records.push({ kind, ...fields });
