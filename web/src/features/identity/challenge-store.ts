import type { Challenge } from '@cso/contract';
import { defineStore } from 'pinia';
import { ref } from 'vue';

/** The text or call in flight. Its id is enough for nobody but this browser, whose cookie it is bound to. */
export const useOpenChallenge = defineStore('open-challenge', () => {
  const challenge = ref<Challenge>();
  return { challenge };
});
