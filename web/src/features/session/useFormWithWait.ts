import { useForm, type FormOptions } from '@cso/ui';
import { computed, reactive, ref, toRefs } from 'vue';
import { useI18n } from 'vue-i18n';
import { waitAfter, waitInUnits } from './wait-text';

/**
 * A form whose refusals also say how long to wait, when the service said so (security-rules 5.5, 5.9).
 * `attempt` does something else than submitting, such as sending a new code, and shows its refusal in the same place.
 */
export function useFormWithWait<Values extends object>(options: FormOptions<Values>) {
  const { t } = useI18n();
  const waitMs = ref<number | null>(null);

  async function noteWait(act: () => Promise<unknown>): Promise<unknown> {
    waitMs.value = null;
    try {
      return await act();
    } catch (error) {
      waitMs.value = waitAfter(error);
      throw error;
    }
  }

  const form = useForm({ ...options, submit: (values) => noteWait(() => options.submit(values)) });

  const summary = computed(() => {
    if (waitMs.value === null || form.summary.length === 0) return form.summary;
    const { unit, count } = waitInUnits(waitMs.value);
    return [...form.summary, { text: t(`session.wait.${unit}`, { count }, count) }];
  });

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    if (form.isBusy) return;
    form.isBusy = true;
    form.clear();
    try {
      await noteWait(act);
    } catch (error) {
      form.setFailure(error);
    } finally {
      form.isBusy = false;
    }
  }
  return reactive({ ...toRefs(form), summary, attempt });
}
