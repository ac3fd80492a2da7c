import { ApiError } from '@cso/client';
import type { ErrorCode } from '@cso/contract';
import { useForm, type FormOptions } from '@cso/ui';
import { computed, reactive, ref, toRefs } from 'vue';
import { useI18n } from 'vue-i18n';
import { waitAfter, waitInUnits } from './wait-text';

interface FormWithWaitOptions<Values extends object> extends FormOptions<Values> {
  /** A refusal with one of these codes is the fault of this field, and is shown beside it. */
  blame?: { field: keyof Values & string; codes: readonly ErrorCode[] };
}

/**
 * A form whose refusals also say how long to wait, when the service said so (security-rules 5.5, 5.9).
 * `attempt` does something else than submitting, such as sending a new code, and shows its refusal in the same place.
 */
export function useFormWithWait<Values extends object>(options: FormWithWaitOptions<Values>) {
  const { t } = useI18n();
  const waitMs = ref<number | null>(null);
  let refusal: ErrorCode | undefined;

  async function noteRefusal(act: () => Promise<unknown>): Promise<unknown> {
    waitMs.value = null;
    refusal = undefined;
    try {
      return await act();
    } catch (error) {
      waitMs.value = waitAfter(error);
      if (error instanceof ApiError) refusal = error.code;
      throw error;
    }
  }

  const form = useForm({ ...options, submit: (values) => noteRefusal(() => options.submit(values)) });

  const summary = computed(() => {
    if (waitMs.value === null || form.summary.length === 0) return form.summary;
    const { unit, count } = waitInUnits(waitMs.value);
    return [...form.summary, { text: t(`session.wait.${unit}`, { count }, count) }];
  });

  async function submit(): Promise<boolean> {
    const isTaken = await form.submit();
    const { field, codes } = options.blame ?? {};
    if (!isTaken && field && refusal && codes?.includes(refusal)) form.setErrors({ [field]: refusal });
    return isTaken;
  }

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    if (form.isBusy) return;
    form.isBusy = true;
    form.clear();
    try {
      await noteRefusal(act);
    } catch (error) {
      form.setFailure(error);
    } finally {
      form.isBusy = false;
    }
  }
  return reactive({ ...toRefs(form), summary, submit, attempt });
}
