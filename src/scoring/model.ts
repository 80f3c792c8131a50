/** The health model: what counts, how much, for whom. Written in YAML by people; this is its one schema. */
import { checkModel } from './check-model.ts';
import { type Model, modelShape } from './model-shape.ts';

export type { Model, ModelSignal, Segment } from './model-shape.ts';

/** Tells every mistake. A valid model is unchanged by being parsed again. */
export const modelSchema = modelShape.superRefine((model, context) => {
  checkModel(model, (path, message) => context.addIssue({ code: 'custom', path: [...path], message }));
});

/** A model as a cycle kept it, maybe of an earlier version of the app: what could not be set then has its default. */
export const modelAsKept = (kept: unknown): Model => modelShape.parse(kept);
