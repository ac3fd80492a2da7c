import { computed, inject, type ComputedRef, type InjectionKey, type Ref } from 'vue';

export type LabelSize = 's' | 'm' | 'l' | 'xl';

/** What every field takes. `name` is the field's path in the form's values and, unless `id` is given, its id. */
export interface FieldOptions {
  name: string;
  id?: string;
  labelSize?: LabelSize;
  labelIsHeading?: boolean;
  hint?: string;
  /** Overrides the error that the surrounding form holds for `name`. */
  error?: string;
  disabled?: boolean;
}

export interface LabelledField extends FieldOptions {
  label: string;
}

export interface FieldsetField extends FieldOptions {
  legend: string;
}

/** The error texts of the surrounding form by field path. A ref, for the form may be exchanged for another. */
type FieldErrors = Readonly<Ref<Record<string, string | undefined>>>;

export const fieldErrorsKey: InjectionKey<FieldErrors> = Symbol('field errors');

interface Field {
  fieldId: ComputedRef<string>;
  errorText: ComputedRef<string | undefined>;
  describedBy: ComputedRef<string | undefined>;
}

/** The id of a field, its error (its own or the form's) and the ids that describe it. */
export function useField(options: FieldOptions): Field {
  const errors = inject(fieldErrorsKey, undefined);
  const fieldId = computed(() => options.id ?? options.name);
  const errorText = computed(() => options.error ?? errors?.value[options.name]);
  const describedBy = computed(() => {
    const ids = [options.hint && `${fieldId.value}-hint`, errorText.value && `${fieldId.value}-error`];
    return ids.filter(Boolean).join(' ') || undefined;
  });
  return { fieldId, errorText, describedBy };
}
