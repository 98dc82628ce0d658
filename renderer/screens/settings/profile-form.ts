import { profileSchema, type ContractProfile } from '../../../shared/contract/profile.ts';
import { commonWords } from '../../words/common.ts';
import { createForm, type FormModel, type FormRules } from '../../forms/form-model.ts';

const rules: FormRules = {
  placeOf: (path) => path.join('.'),
  check: (values) => {
    const parsed = profileSchema.safeParse(values, { reportInput: true });
    if (parsed.success) return new Map();
    return new Map(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.code === 'invalid_type' && issue.input === undefined ? commonWords.required : issue.message]));
  },
};

/**
 * The state of the settings form: one contract profile, checked as a whole on every change.
 * @param profile a stored profile, or the beginnings of one
 */
export function createProfileForm(profile: unknown): FormModel {
  return createForm(profile, rules);
}

/** The profile of a form without problems; undefined while something has to be mended. */
export function profileOf(model: FormModel): ContractProfile | undefined {
  const parsed = profileSchema.safeParse(model.getState().values);
  return parsed.success ? parsed.data : undefined;
}
