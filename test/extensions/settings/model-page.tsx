/** Steps that the tests of the model's pages share. */
import {
  Accordion,
  Button,
  Input,
  LoadingSpinner,
  Modal,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Select,
  Tabs,
  TextArea,
} from '@hubspot/ui-extensions';
import { vi } from 'vitest';
import { drafted, modelState, noPreview, properties, versions } from './model-fixtures.ts';
import { button, type deepText, PATIENCE, type Page, primaryButtons, type Served } from './render-settings.tsx';

/** A portal whose draft is nobody's hurry: every question of the model's pages is answered. */
export const served = (more: Served = {}): Served => ({
  'GET /api/settings/model': modelState,
  'GET /api/settings/model/preview': noPreview,
  'GET /api/settings/properties': properties,
  'GET /api/settings/pipelines': {
    pipelines: [
      { id: '11', label: 'Renewals' },
      { id: '12', label: 'New business' },
    ],
    refused: null,
  },
  'GET /api/settings/model/versions': versions,
  'PUT /api/settings/model/draft': { ...drafted, revision: 6 },
  ...more,
});

type Labelled = typeof NumberInput | typeof Select | typeof MultiSelect | typeof Input | typeof TextArea;

/** A field by what people read on it. */
export function field<Component extends Labelled>({ renderer }: Page, component: Component, label: string) {
  const found = renderer.findAll(component as typeof Input).find(({ props }) => props.label === label);
  if (found === undefined) throw new Error(`There is no field "${label}".`);
  return found;
}

export const labels = ({ renderer }: Page): string[] =>
  [NumberInput, Select, MultiSelect, Input, TextArea].flatMap((component) =>
    renderer.findAll(component as typeof Input).map(({ props }) => String(props.label)),
  );

/** Opens one of the model's own views: editor, test, preview, versions, yaml. */
export async function view(page: Page, id: string): Promise<void> {
  page.renderer.findAll(Tabs)[1]?.trigger('onSelectedChange', id as never);
  await vi.waitFor(() => {
    if (page.renderer.maybeFind(LoadingSpinner) !== null) throw new Error('It is still loading.');
  }, PATIENCE);
}

type Dialogue = Parameters<typeof deepText>[0] & Pick<Page['renderer'], 'find' | 'findAll'>;

/** What the dialogue behind a button says. */
export const dialogue = (page: Page, label: string) => {
  const { overlay } = button(page, label).props as unknown as { overlay?: Dialogue };
  if (overlay === undefined) throw new Error(`"${label}" asks nothing.`);
  return overlay;
};

/** Says yes in the dialogue behind a button. */
export function confirm(page: Page, label: string): void {
  const footer = dialogue(page, label).find(ModalFooter);
  footer.findAll(Button)[0]?.trigger('onClick');
}

export const titles = ({ renderer }: Page) => renderer.findAll(Accordion).map(({ props }) => props.title);

/** Primary buttons on the page itself; a dialogue, which is a surface of its own, has one at most, too. */
export function primaryOnPage(page: Page): (string | null)[] {
  const dialogues = page.renderer
    .findAll(Modal)
    .map((modal) => modal.findAll(Button).filter(({ props }) => props.variant === 'primary'));
  for (const inside of dialogues) if (inside.length > 1) throw new Error('A dialogue has two primary buttons.');
  const within = dialogues.flat().map((one) => one.text);
  const all = primaryButtons(page);
  for (const text of within) all.splice(all.lastIndexOf(text), 1);
  return all;
}
