import { existsSync } from 'node:fs';
import { environment } from '../../config/environment.js';
import { readSettings } from '../../config/read-settings.js';
import { DataKeyRing } from '../../crypto/data-keys.js';
import { createKeysFile, readKeysFile, rotateKek } from '../../crypto/keys-file.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';

const REWRAP_BATCH = 100;

const keysFile = () => readSettings(environment()).keysFile;

/** Makes a new keys file; never over one that exists, for without its keys the data is lost. */
export const keysInit: Command = {
  summary: 'makes the keys file of a new installation',
  async run(_words, print) {
    const file = keysFile();
    if (existsSync(file)) {
      print('There is a keys file already. It was left as it is.');
      return 1;
    }
    await createKeysFile(file);
    print('Made the keys file. Keep a copy in a safe place, apart from the copies of the database.');
    return 0;
  },
};

export const keysStatus: Command = {
  summary: 'which key-encryption key is in use',
  async run(_words, print) {
    const { keks } = await readKeysFile(keysFile());
    for (const id of keks.ring.keys())
      print(`${id} ${id === keks.current ? 'current' : 'for data keys not yet re-wrapped'}`);
    return 0;
  },
};

/** A new key-encryption key, and every data key wrapped under it; may be stopped and run again. */
export const keysRotate: Command = {
  summary: 'takes a new key-encryption key into use',
  async run(_words, print) {
    print(`The current key is now ${await rotateKek(keysFile())}.`);
    return withParts(async (parts) => {
      const ring = parts.get(DataKeyRing);
      let total = 0;
      for (let count = 1; count > 0; total += count) count = await ring.rewrapNext(REWRAP_BATCH);
      print(`Wrapped ${total} data keys anew.`);
      return 0;
    });
  },
};
