import type { Client } from '@cso/client';
import { serviceRoutes, type ServiceDetails } from '@cso/contract';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { usePageFrame } from '../base/frame/page-frame';
import { hasContrastOnWhite } from './contrast';

/** What the council has set for its service; undefined until the server has said so. */
export const useService = defineStore('service', () => {
  const details = ref<ServiceDetails>();
  return { details };
});

/**
 * Asks for the council's name, phones and colour and puts them to use. Nothing waits for it: until the answer comes,
 * and when none comes, the screens keep their own words and colour.
 */
export async function loadService(client: Client): Promise<void> {
  const service = useService();
  const frame = usePageFrame();
  try {
    service.details = await client.call(serviceRoutes.get, { isPassive: true });
  } catch {
    return;
  }
  frame.serviceName = service.details.serviceName;
  if (service.details.brandColour) paint(service.details.brandColour);
}

/** White text stands on the brand's colour, and links of it on white: too light a colour is left out (WCAG 1.4.3). */
function paint(colour: string): void {
  if (!hasContrastOnWhite(colour)) return;
  const { style } = document.documentElement;
  style.setProperty('--cso-brand', colour);
  style.setProperty('--cso-brand-dark', `color-mix(in srgb, ${colour} 70%, black)`);
}
