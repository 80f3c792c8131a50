import { MODEL_DRAFT_WORDS } from './model-draft-words.ts';
import { MODEL_EDITOR_WORDS } from './model-editor-words.ts';
import { MODEL_PAGE_WORDS } from './model-page-words.ts';
import { MODEL_PREVIEW_WORDS } from './model-preview-words.ts';
import { MODEL_SEGMENTS_WORDS } from './model-segments-words.ts';
import { MODEL_SET_UP_WORDS } from './model-set-up-words.ts';
import { MODEL_SIGNALS_WORDS } from './model-signals-words.ts';
import { MODEL_TEST_WORDS } from './model-test-words.ts';
import { MODEL_VERSIONS_WORDS } from './model-versions-words.ts';
import { MODEL_YAML_WORDS } from './model-yaml-words.ts';

/** The settings page's words about the model. Each stands in the catalogues as `model.word.<name>`. */
export const MODEL_WORDS = [
  ...MODEL_PAGE_WORDS,
  ...MODEL_DRAFT_WORDS,
  ...MODEL_EDITOR_WORDS,
  ...MODEL_SIGNALS_WORDS,
  ...MODEL_SEGMENTS_WORDS,
  ...MODEL_TEST_WORDS,
  ...MODEL_PREVIEW_WORDS,
  ...MODEL_VERSIONS_WORDS,
  ...MODEL_YAML_WORDS,
  ...MODEL_SET_UP_WORDS,
] as const;
export type ModelWord = (typeof MODEL_WORDS)[number];
